/** Official images: what Docker Hub's `library/` holds when a session opens. Sizes of houses: guides/concepts; of bases: rounded. */
import { MIB } from '../../../base/integers.ts';
import type { Program } from '../../../api/world/image.ts';
import { COREDNS, COURTYARD, FLUENTD, HUT, SHELL, STALL, VILLA } from './programs.ts';

interface BaseLayer {
  readonly work: string;
  readonly bytes: number;
}

export interface OfficialImage {
  readonly name: string;
  /** Whose namespace it is in; `library` where left out. */
  readonly publisher?: string;
  readonly tags: readonly string[];
  readonly style: string;
  readonly layers: readonly BaseLayer[];
  readonly program: Program;
  /** Null for an image that serves nobody by itself. */
  readonly port: number | null;
  /** Where it tells of its health, beside that. */
  readonly healthPorts?: readonly number[];
  /** Paths of the commands that it has. */
  readonly tools: readonly string[];
  readonly packages: Readonly<Record<string, string>>;
}

/** All houses stand on it, so a node that has one pulls less of the next. */
const GROUND: BaseLayer = { work: 'level the ground', bytes: 5 * MIB };
const PORT = 8080;
/** A house of nothing but what was carried in. */
export const PLAIN_STYLE = 'hut';

/** What a family of systems brings: a shell and its package manager. */
const ALPINE_TOOLS = ['/bin/sh', '/sbin/apk'];
const DEBIAN_TOOLS = ['/bin/sh', '/bin/bash', '/usr/bin/apt-get'];
const NODE_TOOLS = ['node', 'npm', 'yarn', 'corepack'].map((name) => `/usr/local/bin/${name}`);
const DEBIAN_SLIM: BaseLayer = { work: 'debian 12 slim', bytes: 75 * MIB };
const DEBIAN_REST: BaseLayer = { work: 'debian 12, the rest', bytes: 42 * MIB };
const BUILD_TOOLS: BaseLayer = { work: 'compilers and headers', bytes: 380 * MIB };
const SLIM_PACKAGES = { libc6: '2.36', openssl: '3.5.4', perl: '5.36.0' };
const DEBIAN_PACKAGES = { ...SLIM_PACKAGES, curl: '7.88.1', gnutls: '3.7.9' };

const HOUSES: readonly OfficialImage[] = [
  {
    name: 'stall',
    tags: ['1.0', 'latest'],
    style: 'hut',
    layers: [GROUND, { work: 'put up a stall', bytes: 1 * MIB }],
    program: STALL,
    port: PORT,
    tools: ALPINE_TOOLS,
    packages: { musl: '1.2.5', busybox: '1.37.0' },
  },
  {
    name: 'hut',
    tags: ['1.0', 'latest'],
    style: 'hut',
    layers: [GROUND, { work: 'raise clay walls', bytes: 4 * MIB }, { work: 'thatch the roof', bytes: 3 * MIB }],
    program: HUT,
    port: PORT,
    tools: ALPINE_TOOLS,
    packages: { musl: '1.2.5', busybox: '1.37.0' },
  },
  {
    name: 'courtyard',
    tags: ['1.0', 'latest'],
    style: 'courtyard',
    layers: [
      GROUND,
      { work: 'lay grey bricks', bytes: 95 * MIB },
      { work: 'raise four halls', bytes: 60 * MIB },
      { work: 'hang the gate', bytes: 20 * MIB },
    ],
    program: COURTYARD,
    port: PORT,
    tools: DEBIAN_TOOLS,
    packages: { libc6: '2.36', openssl: '3.0.9', curl: '7.88.1' },
  },
  {
    name: 'villa',
    tags: ['1.0', 'latest'],
    style: 'villa',
    layers: [
      GROUND,
      { work: 'pour the foundation', bytes: 295 * MIB },
      { work: 'raise the storeys', bytes: 400 * MIB },
      { work: 'plant the garden', bytes: 200 * MIB },
    ],
    program: VILLA,
    port: PORT,
    tools: [...DEBIAN_TOOLS, '/usr/bin/python3'],
    packages: { libc6: '2.35', openssl: '3.0.2', curl: '7.81.0', python3: '3.10.4', 'log4shell-demo': '2.14.0' },
  },
];

/** Nobody lives in these: they are there to build upon. */
const BASES: readonly OfficialImage[] = [
  {
    name: 'alpine',
    tags: ['3.22', 'latest'],
    style: 'hut',
    layers: [{ work: 'alpine 3.22', bytes: 8 * MIB }],
    program: SHELL,
    port: null,
    tools: ALPINE_TOOLS,
    packages: { musl: '1.2.5', busybox: '1.37.0', openssl: '3.5.4' },
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
];

/** The cluster's own staff. */
const STAFF: readonly OfficialImage[] = [
  {
    name: 'coredns',
    publisher: 'coredns',
    tags: ['1.13.1'],
    style: PLAIN_STYLE,
    layers: [{ work: 'coredns 1.13.1', bytes: 22 * MIB }],
    program: COREDNS,
    port: 53,
    healthPorts: [8080, 8181],
    tools: [],
    packages: {},
  },
  {
    name: 'fluentd',
    publisher: 'fluent',
    tags: ['v1.19'],
    style: PLAIN_STYLE,
    layers: [
      { work: 'alpine 3.22', bytes: 8 * MIB },
      { work: 'ruby and fluentd 1.19', bytes: 40 * MIB },
    ],
    program: FLUENTD,
    port: null,
    tools: ALPINE_TOOLS,
    packages: { musl: '1.2.5', busybox: '1.37.0' },
  },
];

export const OFFICIAL_IMAGES: readonly OfficialImage[] = [...HOUSES, ...BASES, ...STAFF];

/** Whose images are the cluster's own, and no houses to choose from. */
export const STAFF_PUBLISHERS: ReadonlySet<string> = new Set(STAFF.map(({ publisher }) => publisher ?? ''));

/** Houses that the game can draw. */
export const STYLES = [
  'villa',
  'courtyard',
  'hut',
  'teahouse',
  'workshop',
  'windmill',
  'stilt',
  'tower-house',
] as const;
export const STYLE_LABEL = 'podville.style';

export function isStyle(text: string): boolean {
  return (STYLES as readonly string[]).includes(text);
}
