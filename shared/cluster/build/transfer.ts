/** COPY and ADD: which files are taken, and where they come to stand. */
import type { ImageConfig, ImageFile, Program } from '../../api/world/image.ts';
import { MIB } from '../../base/integers.ts';
import { byCodeUnit } from '../../base/order.ts';
import { digestOfText } from '../../base/sha256.ts';
import type { ContextFiles } from './catalogue/files.ts';
import { ignoreMatcher } from './dockerfile/ignore.ts';
import type { Transfer } from './dockerfile/instruction.ts';
import { DockerfileError } from './dockerfile/problem.ts';
import { absolutePath, baseName, filesOf, pathsUnder, type Files } from './stage-state.ts';
import { TEAHOUSE_GO } from './catalogue/programs.ts';

/** Files to take from, with the programs among them. Paths as COPY names them. */
export interface Supply {
  readonly files: Files;
  readonly programs: Readonly<Record<string, Program>>;
  readonly isContext: boolean;
}

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

export function contextSupply(context: ContextFiles): Supply {
  const programs: Record<string, Program> = {};
  const files = Object.entries(context).map(([path, { bytes, sum, program, makes }]): [string, ImageFile] => {
    if (program) programs[path] = program;
    return [
      path,
      { bytes, sum, ...(program ? { program: program.name } : {}), ...(makes ? { makes: makes.name } : {}) },
    ];
  });
  return { files: Object.fromEntries(files), programs, isContext: true };
}

export function imageSupply(config: ImageConfig): Supply {
  return { files: filesOf(config), programs: config.programs, isContext: false };
}

const REMOTE = /^https?:\/\//;
/** What a file from afar weighs; only ADD can fetch one. Ours. */
const REMOTE_BYTES = MIB;

export function take(transfer: Transfer, supply: Supply, workdir: string): Taken {
  const { sources, contents, destination, excludes } = transfer;
  const isDirectory = destination.endsWith('/') || destination === '.';
  if (sources.length + contents.length > 1 && !isDirectory) {
    const message = `When using ${transfer.type} with more than one source file, the destination must be a directory and end with a /`;
    const details = { instruction: transfer.type, destination: destination.slice(0, 100) };
    throw new DockerfileError('dockerfileCopyDirectory', message, details);
  }
  const isExcluded = ignoreMatcher(excludes);
  const into = absolutePath(workdir, destination);
  const files: Record<string, ImageFile> = {};
  const programs: Record<string, Program> = {};
  const sums: [string, string][] = [];
  let bytes = 0;
  const put = (from: string, to: string, file: ImageFile) => {
    files[to] = file;
    bytes += file.bytes;
    sums.push([from, file.sum]);
  };
  for (const source of sources) {
    if (transfer.type === 'ADD' && REMOTE.test(source)) {
      const file = { bytes: REMOTE_BYTES, sum: digestOfText(source) };
      put(source, isDirectory ? absolutePath(into, baseName(source)) : into, file);
      continue;
    }
    for (const [path, relative] of chosen(supply, source)) {
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

/** Paths that a source stands for, each with the part that it keeps below the destination. */
function chosen(supply: Supply, source: string): readonly (readonly [path: string, relative: string])[] {
  const clean = absolutePath('/', source);
  const wanted = supply.isContext ? clean.slice(1) : clean;
  const all = wanted === '' || wanted === '/';
  if (/[*?[]/.test(wanted)) return matching(supply.files, wanted);
  const paths = all ? Object.keys(supply.files).sort(byCodeUnit) : pathsUnder(supply.files, wanted);
  if (paths.length > 0 || all) {
    return paths.map((path) => [path, path === wanted ? '' : path.slice(all ? wanted.length : wanted.length + 1)]);
  }
  const known = Object.keys(supply.files)
    .sort(byCodeUnit)
    .filter((path) => supply.files[path]?.bytes !== 0)
    .join(' ');
  throw new DockerfileError('dockerfileCopyMissing', `"${source}": not found`, {
    source: source.slice(0, 100),
    known: known.slice(0, 600),
  });
}

function matching(files: Files, pattern: string): readonly (readonly [string, string])[] {
  const isMatch = ignoreMatcher([pattern]);
  const found = Object.keys(files).sort(byCodeUnit).filter(isMatch);
  if (found.length > 0) return found.map((path) => [path, baseName(path)]);
  throw new DockerfileError('dockerfileCopyMissing', `"${pattern}": not found`, {
    source: pattern.slice(0, 100),
    known: '-',
  });
}
