/** Docker Hub's bases and tools. Sizes are rounded; `latest` is the newest that stands here. */
import { MIB } from '../../../base/integers.ts';
import {
  ALPINE,
  ALPINE_PACKAGES,
  ALPINE_TOOLS,
  DEBIAN_SLIM,
  DEBIAN_TOOLS,
  SLIM_PACKAGES,
  type BaseLayer,
  type OfficialImage,
} from './official-image.ts';
import { SHELL, toolProgram } from './programs.ts';

const inLocalBin = (name: string): string => `/usr/local/bin/${name}`;
const NODE_TOOLS = ['node', 'npm', 'yarn', 'corepack'].map(inLocalBin);
const PYTHON_TOOLS = ['python3', 'python', 'pip3', 'pip'].map(inLocalBin);
const DEBIAN_REST: BaseLayer = { work: 'debian 12, the rest', bytes: 42 * MIB };
const BUILD_TOOLS: BaseLayer = { work: 'compilers and headers', bytes: 380 * MIB };
const DEBIAN_PACKAGES = { ...SLIM_PACKAGES, curl: '7.88.1', gnutls: '3.7.9' };

const busybox = (tags: readonly string[], version: string, mebibytes: number): OfficialImage => ({
  name: 'busybox',
  tags,
  style: 'hut',
  layers: [{ work: `busybox ${version}`, bytes: mebibytes * MIB }],
  program: SHELL,
  port: null,
  tools: ['/bin/sh', '/bin/wget', '/bin/nslookup'],
  packages: { busybox: version },
});

/** Nobody lives in these: they are there to build upon. */
export const BASES: readonly OfficialImage[] = [
  {
    name: 'alpine',
    tags: ['3.22', 'latest'],
    style: 'hut',
    layers: [ALPINE],
    program: SHELL,
    port: null,
    tools: ALPINE_TOOLS,
    packages: ALPINE_PACKAGES,
  },
  {
    name: 'alpine',
    tags: ['3.14'],
    style: 'hut',
    layers: [{ work: 'alpine 3.14', bytes: 6 * MIB }],
    program: SHELL,
    port: null,
    tools: ALPINE_TOOLS,
    packages: { musl: '1.2.2', busybox: '1.33.1', openssl: '1.1.1' },
  },
  {
    name: 'debian',
    tags: ['12-slim'],
    style: 'courtyard',
    layers: [DEBIAN_SLIM],
    program: SHELL,
    port: null,
    tools: DEBIAN_TOOLS,
    packages: SLIM_PACKAGES,
  },
  {
    name: 'debian',
    tags: ['12', 'latest'],
    style: 'courtyard',
    layers: [DEBIAN_SLIM, DEBIAN_REST],
    program: SHELL,
    port: null,
    tools: DEBIAN_TOOLS,
    packages: DEBIAN_PACKAGES,
  },
  {
    name: 'golang',
    tags: ['1.25', 'latest'],
    style: 'workshop',
    layers: [DEBIAN_SLIM, DEBIAN_REST, BUILD_TOOLS, { work: 'go 1.25', bytes: 260 * MIB }],
    program: SHELL,
    port: null,
    tools: [...DEBIAN_TOOLS, '/usr/local/go/bin/go', '/usr/bin/git', '/usr/bin/make', '/usr/bin/curl'],
    packages: { ...DEBIAN_PACKAGES, git: '2.39.2', make: '4.4.1', go: '1.25.4' },
  },
  {
    name: 'node',
    tags: ['22', 'latest'],
    style: 'workshop',
    layers: [DEBIAN_SLIM, DEBIAN_REST, BUILD_TOOLS, { work: 'node 22', bytes: 130 * MIB }],
    program: SHELL,
    port: null,
    tools: [...DEBIAN_TOOLS, ...NODE_TOOLS, '/usr/bin/git', '/usr/bin/make', '/usr/bin/curl'],
    packages: { ...DEBIAN_PACKAGES, git: '2.39.2', nodejs: '22.22.0', npm: '11.6.2' },
  },
  {
    name: 'node',
    tags: ['22-slim'],
    style: 'workshop',
    layers: [DEBIAN_SLIM, { work: 'node 22', bytes: 130 * MIB }],
    program: SHELL,
    port: null,
    tools: [...DEBIAN_TOOLS, ...NODE_TOOLS],
    packages: { ...SLIM_PACKAGES, nodejs: '22.22.0', npm: '11.6.2' },
  },
  {
    name: 'python',
    tags: ['3.13', 'latest'],
    style: 'workshop',
    layers: [DEBIAN_SLIM, DEBIAN_REST, BUILD_TOOLS, { work: 'python 3.13', bytes: 70 * MIB }],
    program: toolProgram('python3'),
    port: null,
    tools: [...DEBIAN_TOOLS, ...PYTHON_TOOLS, '/usr/bin/git', '/usr/bin/make', '/usr/bin/curl'],
    packages: { ...DEBIAN_PACKAGES, git: '2.39.2', python: '3.13.9', pip: '25.2' },
  },
  {
    name: 'python',
    tags: ['3.12-slim'],
    style: 'workshop',
    layers: [DEBIAN_SLIM, { work: 'python 3.12', bytes: 43 * MIB }],
    program: toolProgram('python3'),
    port: null,
    tools: [...DEBIAN_TOOLS, ...PYTHON_TOOLS],
    packages: { ...SLIM_PACKAGES, python: '3.12.12', pip: '25.0.1' },
  },
  {
    name: 'perl',
    tags: ['5.34'],
    style: 'workshop',
    layers: [DEBIAN_SLIM, DEBIAN_REST, BUILD_TOOLS, { work: 'perl 5.34', bytes: 60 * MIB }],
    program: toolProgram('perl'),
    port: null,
    command: ['perl', '-de0'],
    tools: [...DEBIAN_TOOLS, '/usr/local/bin/perl', '/usr/bin/git', '/usr/bin/make', '/usr/bin/curl'],
    packages: { ...DEBIAN_PACKAGES, git: '2.39.2', perl: '5.34.3' },
  },
  {
    name: 'ubuntu',
    tags: ['24.04', 'latest'],
    style: 'courtyard',
    layers: [{ work: 'ubuntu 24.04', bytes: 75 * MIB }],
    program: SHELL,
    port: null,
    tools: DEBIAN_TOOLS,
    packages: { libc6: '2.39', openssl: '3.0.13', perl: '5.38.2' },
  },
  busybox(['1.37', 'latest'], '1.37.0', 4),
  busybox(['1.28'], '1.28.4', 1),
  {
    name: 'hello-world',
    tags: ['latest'],
    style: 'hut',
    layers: [{ work: 'hello', bytes: 10_240 }],
    program: { ...SHELL, name: 'hello', exit: { afterTicks: 0, code: 0, lastWords: 'Hello from Docker!' } },
    port: null,
    command: ['/hello'],
    tools: [],
    packages: {},
  },
];
