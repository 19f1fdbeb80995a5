/** The build context: files that COPY can take, with their size and the programs they bring. */
import { MIB } from '../../../base/integers.ts';
import { sortedKeys } from '../../../base/order.ts';
import { digestOfText, type Digest } from '../../../base/sha256.ts';
import type { Program } from '../../../api/world/image.ts';
import {
  BAKERY_V1,
  BAKERY_V2,
  LIBRARY_V1,
  TEAHOUSE_BROKEN,
  TEAHOUSE_LEAKY,
  TEAHOUSE_V1,
  TEAHOUSE_V2,
  WINDMILL_V1,
  WORKSHOP_V1,
} from './programs.ts';

export interface ContextFile {
  readonly bytes: number;
  /** Null for a file that nobody can run. */
  readonly program: Program | null;
}

export const CONTEXT_FILES: Readonly<Record<string, ContextFile>> = {
  'teahouse/v1': { bytes: 8 * MIB, program: TEAHOUSE_V1 },
  'teahouse/v2': { bytes: 9 * MIB, program: TEAHOUSE_V2 },
  'teahouse/broken': { bytes: 8 * MIB, program: TEAHOUSE_BROKEN },
  'teahouse/leaky': { bytes: 8 * MIB, program: TEAHOUSE_LEAKY },
  'bakery/v1': { bytes: 12 * MIB, program: BAKERY_V1 },
  'bakery/v2': { bytes: 14 * MIB, program: BAKERY_V2 },
  'library/v1': { bytes: 30 * MIB, program: LIBRARY_V1 },
  'workshop/v1': { bytes: 10 * MIB, program: WORKSHOP_V1 },
  'windmill/v1': { bytes: 16 * MIB, program: WINDMILL_V1 },
  'plans/menu.txt': { bytes: 4096, program: null },
  'plans/furniture.txt': { bytes: 8192, program: null },
};

export type ContextSums = Readonly<Record<string, string>>;

/** A file's content is its name here: content is what the cache compares, so other content needs another name. */
export const CONTEXT_SUMS: ContextSums = Object.fromEntries(
  sortedKeys(CONTEXT_FILES).map((path) => [path, digestOfText(`file ${path}`)] satisfies [string, Digest]),
);

/** The files that a source stands for, in order: itself, or all below a directory. Empty when there is none. */
export function filesUnder(paths: readonly string[], source: string): readonly string[] {
  const clean = source.replace(/^\.?\/+/, '').replace(/\/+$/, '');
  if (clean === '' || clean === '.') return paths;
  return paths.filter((path) => path === clean || path.startsWith(`${clean}/`));
}
