/** Official images: what Docker Hub's `library/` holds when a session opens. Sizes: guides/concepts, houses used. */
import { MIB } from '../../../base/integers.ts';
import type { Program } from '../../../api/world/image.ts';
import { COURTYARD, HUT, VILLA } from './programs.ts';

interface BaseLayer {
  readonly work: string;
  readonly bytes: number;
}

export interface OfficialImage {
  readonly name: string;
  readonly tags: readonly string[];
  readonly style: string;
  readonly layers: readonly BaseLayer[];
  readonly program: Program;
  readonly port: number;
}

/** All three stand on it, so a node that has one house pulls less of the next. */
const GROUND: BaseLayer = { work: 'level the ground', bytes: 5 * MIB };
const TAGS = ['1.0', 'latest'] as const;
const PORT = 8080;

export const OFFICIAL_IMAGES: readonly OfficialImage[] = [
  {
    name: 'hut',
    tags: TAGS,
    style: 'hut',
    layers: [GROUND, { work: 'raise clay walls', bytes: 4 * MIB }, { work: 'thatch the roof', bytes: 3 * MIB }],
    program: HUT,
    port: PORT,
  },
  {
    name: 'courtyard',
    tags: TAGS,
    style: 'courtyard',
    layers: [
      GROUND,
      { work: 'lay grey bricks', bytes: 95 * MIB },
      { work: 'raise four halls', bytes: 60 * MIB },
      { work: 'hang the gate', bytes: 20 * MIB },
    ],
    program: COURTYARD,
    port: PORT,
  },
  {
    name: 'villa',
    tags: TAGS,
    style: 'villa',
    layers: [
      GROUND,
      { work: 'pour the foundation', bytes: 295 * MIB },
      { work: 'raise the storeys', bytes: 400 * MIB },
      { work: 'plant the garden', bytes: 200 * MIB },
    ],
    program: VILLA,
    port: PORT,
  },
];

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
/** A house of nothing but what was carried in. */
export const PLAIN_STYLE = 'hut';
export const STYLE_LABEL = 'podville.style';

export function isStyle(text: string): boolean {
  return (STYLES as readonly string[]).includes(text);
}
