/** What COPY and ADD take from: the build context, or another stage's files; and what a source means there. */
import type { ImageConfig, ImageFile, Program } from '../../api/world/image.ts';
import { byCodeUnit } from '../../base/order.ts';
import type { ContextFiles } from './catalogue/files.ts';
import { ignoreMatcher } from './dockerfile/ignore.ts';
import type { Transfer } from './dockerfile/instruction.ts';
import { DockerfileError } from './dockerfile/problem.ts';
import { absolutePath, filesOf, pathsUnder, type Files } from './stage-state.ts';

/** Files to take from, with the programs among them. Paths as COPY names them. */
export interface Supply {
  readonly files: Files;
  readonly programs: Readonly<Record<string, Program>>;
  readonly isContext: boolean;
}

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

type Choice = readonly (readonly [path: string, relative: string])[];

/** Source: Go's filepath.Match. */
const WILDCARD = /[*?[]/;

/** Paths that a source stands for, each with the part that it keeps below the destination. */
export function chosen(supply: Supply, source: string, transfer: Transfer): Choice {
  const isParents = transfer.type === 'COPY' && transfer.parents;
  // Up to a pivot, `/./`, the path is not kept.
  const pivot = isParents ? source.indexOf('/./') : -1;
  const top = pathIn(supply, pivot === -1 ? '/' : source.slice(0, pivot));
  const wanted = pathIn(supply, source);
  const paths = WILDCARD.test(wanted) ? matching(supply.files, wanted) : below(supply, wanted, source);
  return isParents ? paths.map(([path]) => [path, relativeTo(top, path)]) : paths;
}

/** What `RUN --mount` takes, with the part that each keeps below its target. Wildcards mean nothing there. */
export function boundFiles(supply: Supply, source: string): Choice {
  return below(supply, pathIn(supply, source), source);
}

function pathIn({ isContext }: Supply, path: string): string {
  const clean = absolutePath('/', path);
  return isContext ? clean.slice(1) : clean;
}

function relativeTo(top: string, path: string): string {
  if (path === top) return '';
  return top === '' || top === '/' ? path.slice(top.length) : path.slice(top.length + 1);
}

function below(supply: Supply, wanted: string, source: string): Choice {
  const all = wanted === '' || wanted === '/';
  const paths = all ? Object.keys(supply.files).sort(byCodeUnit) : pathsUnder(supply.files, wanted);
  if (paths.length > 0 || all) return paths.map((path) => [path, relativeTo(wanted, path)]);
  const known = Object.keys(supply.files)
    .sort(byCodeUnit)
    .filter((path) => supply.files[path]?.bytes !== 0)
    .join(' ');
  throw new DockerfileError('dockerfileCopyMissing', `"${source}": not found`, {
    source: source.slice(0, 100),
    known: known.slice(0, 600),
  });
}

/** Files that match, and what is in directories that do. Nothing at all is no mistake. Source: AllowEmptyWildcard. */
function matching(files: Files, pattern: string): Choice {
  const isMatch = ignoreMatcher([pattern]);
  return Object.keys(files)
    .sort(byCodeUnit)
    .filter(isMatch)
    .map((path) => {
      const parts = path.split('/');
      const parents = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
      return [path, relativeTo(parents.find(isMatch) ?? path, path)];
    });
}
