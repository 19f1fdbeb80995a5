/** The houses that the towns begin with. Sizes: guides/concepts. */
import { MIB } from '../../../base/integers.ts';
import { ALPINE_TOOLS, DEBIAN_TOOLS, type BaseLayer, type OfficialImage } from './official-image.ts';
import { COURTYARD, HUT, STALL, VILLA } from './programs.ts';

/** All houses stand on it, so a node that has one pulls less of the next. */
const GROUND: BaseLayer = { work: 'level the ground', bytes: 5 * MIB };
const PORT = 8080;

export const HOUSES: readonly OfficialImage[] = [
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

/** The houses that a class begins with; the others stand in Docker Hub's own aisle. */
export const HOUSE_NAMES: ReadonlySet<string> = new Set(HOUSES.map(({ name }) => name));
