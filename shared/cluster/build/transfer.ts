/** COPY and ADD: which files are taken, and where they come to stand. */
import type { ImageFile, Program } from '../../api/world/image.ts';
import { MIB } from '../../base/integers.ts';
import { digestOfText } from '../../base/sha256.ts';
import { ignoreMatcher } from './dockerfile/ignore.ts';
import type { Transfer } from './dockerfile/instruction.ts';
import { DockerfileError, tooMany } from './dockerfile/problem.ts';
import { absolutePath, baseName, MOST_FILES, type Files } from './stage-state.ts';
import { chosen, type Supply } from './supply.ts';
import { TEAHOUSE_GO } from './catalogue/programs.ts';

export interface Taken {
  /** By the path that it gets. */
  readonly files: Files;
  readonly programs: Readonly<Record<string, Program>>;
  readonly bytes: number;
  /** Paths and content as they were taken: what the cache compares. */
  readonly sums: readonly (readonly [path: string, sum: string])[];
}

/** What the compilers of the workshop make. */
export const MADE_PROGRAMS: Readonly<Record<string, Program>> = { [TEAHOUSE_GO.name]: TEAHOUSE_GO };

const REMOTE = /^https?:\/\//;
/** What a file from afar weighs; only ADD can fetch one. Ours. */
const REMOTE_BYTES = MIB;

/** Of one COPY or ADD. Ours. */
const MOST_SOURCES = 100;

/** What the files are brought to. */
export interface Ground {
  readonly workdir: string;
  readonly isDirectory: (path: string) => boolean;
}

export function take(transfer: Transfer, supply: Supply, ground: Ground): Taken {
  const { sources, contents, destination, excludes, link } = transfer;
  if (sources.length > MOST_SOURCES) throw tooMany(MOST_SOURCES);
  const isNamedDirectory = destination.endsWith('/') || destination === '.';
  if (sources.length + contents.length > 1 && !isNamedDirectory) {
    const message = `When using ${transfer.type} with more than one source file, the destination must be a directory and end with a /`;
    const details = { instruction: transfer.type, destination: destination.slice(0, 100) };
    throw new DockerfileError('dockerfileCopyDirectory', message, details);
  }
  const isExcluded = ignoreMatcher(excludes);
  const into = absolutePath(ground.workdir, destination);
  // A linked copy is made on its own, and knows nothing of what it comes to lie on.
  const isDirectory = isNamedDirectory || (!link && ground.isDirectory(into));
  const files: Record<string, ImageFile> = {};
  const programs: Record<string, Program> = {};
  const sums: [string, string][] = [];
  let bytes = 0;
  const put = (from: string, to: string, file: ImageFile) => {
    files[to] = file;
    bytes += file.bytes;
    sums.push([from, file.sum]);
    if (sums.length > MOST_FILES) throw tooMany(MOST_FILES);
  };
  for (const source of sources) {
    if (transfer.type === 'ADD' && REMOTE.test(source)) {
      const file = { bytes: REMOTE_BYTES, sum: digestOfText(source) };
      put(source, isDirectory ? absolutePath(into, baseName(source)) : into, file);
      continue;
    }
    for (const [path, relative] of chosen(supply, source, transfer)) {
      const file = supply.files[path];
      if (!file || isExcluded(path.replace(/^\//, ''))) continue;
      // One file gets the destination's name, unless that is a directory.
      const name = relative === '' ? (isDirectory ? `/${baseName(path)}` : '') : `/${relative}`;
      put(path, absolutePath('/', into + name), file);
      const program = file.program === undefined ? undefined : supply.programs[supply.isContext ? path : file.program];
      if (program) programs[program.name] = program;
    }
  }
  for (const { name, content } of contents) {
    const file = { bytes: content.length, sum: digestOfText(content) };
    put(`<<${name}`, isDirectory ? absolutePath(into, name) : into, file);
  }
  return { files, programs, bytes, sums };
}
