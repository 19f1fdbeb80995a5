/** Docker Hub's bases to build upon. Sizes are rounded; `latest` is the newest that stands here. */
import { MIB } from '../../../base/integers.ts';
import {
  ALPINE,
  ALPINE_PACKAGES,
  ALPINE_TOOLS,
  DEBIAN_PACKAGES,
  DEBIAN_REST,
  DEBIAN_SLIM,
  DEBIAN_TOOLS,
  SLIM_PACKAGES,
  type OfficialImage,
} from './official-image.ts';
import { SHELL } from './programs.ts';

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
