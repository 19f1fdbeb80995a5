/** The build context: files that COPY can take, with their size and the programs they bring. */
import { MIB } from '../../../base/integers.ts';
import { digestOfText } from '../../../base/sha256.ts';
import type { Program } from '../../../api/world/image.ts';
import {
  BAKERY_V1,
  BAKERY_V2,
  BOOKSTALL_PY,
  INN_V1,
  KITCHEN_V1,
  CANTEEN_JS,
  LIBRARY_V1,
  TEAHOUSE_BROKEN,
  TEAHOUSE_GO,
  TEAHOUSE_LEAKY,
  TEAHOUSE_V1,
  TEAHOUSE_V2,
  WINDMILL_V1,
  WORKSHOP_V1,
} from './programs.ts';

export interface ContextFile {
  readonly bytes: number;
  /** Digest of its content: what the cache compares. */
  readonly sum: string;
  /** Null for a file that nobody can run. */
  readonly program: Program | null;
  /** What a compiler makes of it; absent for most. */
  readonly makes?: Program;
}
export type ContextFiles = Readonly<Record<string, ContextFile>>;

/** A file's content is its name here, so other content needs another name. */
const file = (path: string, bytes: number, traits: Partial<ContextFile> = {}): readonly [string, ContextFile] => [
  path,
  { bytes, sum: digestOfText(`file ${path}`), program: null, ...traits },
];
const program = (path: string, bytes: number, what: Program) => file(path, bytes, { program: what });

export const CONTEXT_FILES: ContextFiles = Object.fromEntries([
  program('teahouse/v1', 8 * MIB, TEAHOUSE_V1),
  program('teahouse/v2', 9 * MIB, TEAHOUSE_V2),
  program('teahouse/broken', 8 * MIB, TEAHOUSE_BROKEN),
  program('teahouse/leaky', 8 * MIB, TEAHOUSE_LEAKY),
  program('bakery/v1', 12 * MIB, BAKERY_V1),
  program('bakery/v2', 14 * MIB, BAKERY_V2),
  program('library/v1', 30 * MIB, LIBRARY_V1),
  program('workshop/v1', 10 * MIB, WORKSHOP_V1),
  program('inn/v1', 10 * MIB, INN_V1),
  program('kitchen/v1', 14 * MIB, KITCHEN_V1),
  program('windmill/v1', 16 * MIB, WINDMILL_V1),
  file('plans/menu.txt', 4096),
  file('plans/furniture.txt', 8192),
  // Sources: one to compile, two to run as they are.
  file('teahouse-src/go.mod', 512),
  file('teahouse-src/main.go', 12_288, { makes: TEAHOUSE_GO }),
  file('canteen-src/package.json', 1024),
  file('canteen-src/package-lock.json', 65_536),
  program('canteen-src/server.js', 16_384, CANTEEN_JS),
  file('bookstall-src/requirements.txt', 256),
  program('bookstall-src/app.py', 8192, BOOKSTALL_PY),
  // What .dockerignore is for.
  file('.git/objects/pack', 150 * MIB),
  file('canteen-src/node_modules/express', 60 * MIB),
  file('logs/visitors.log', 40 * MIB),
  file('.env', 256),
]);
