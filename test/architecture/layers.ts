// Who may import whom: sides, layers inside shared, loops inside the cluster.
import { importsOf, type Import, type SourceFile, type Violation } from './source.ts';

/** From the ground up. A layer sees itself and what is below; the last three are peers. */
const rank = new Map([
  ['base', 0],
  ['api', 1],
  ['store', 2],
  ['cluster', 3],
  ['commands', 4],
  ['session', 5],
  ['protocol', 6],
  ['recording', 6],
  ['scenarios', 6],
]);
const sides = new Set(['client', 'server']);
const packagesOfShared = ['zod', '@noble/hashes', 'yaml'];
const loopFolders = new Set([
  'scheduler',
  'controllers',
  'kubelet',
  'logging',
  'runtime',
  'network',
  'registry',
  'build',
  'traffic',
  'faults',
  'score',
]);

const part = (path: string, index: number): string => path.split('/')[index] ?? '';
const isLoop = (path: string): boolean => /(^|\/|-)loop\.ts$/.test(path);

function loopFolder(path: string): string | undefined {
  const folder = path.startsWith('shared/cluster/') ? part(path, 2) : '';
  return loopFolders.has(folder) ? folder : undefined;
}

function sideRule(file: SourceFile, { specifier, target }: Import): string | undefined {
  const from = part(file.path, 0);
  if (target === undefined) {
    const known = packagesOfShared.some((name) => specifier === name || specifier.startsWith(`${name}/`));
    return from === 'shared' && !known ? 'shared imports only its own three packages' : undefined;
  }
  const to = part(target, 0);
  if (from === 'shared' && to !== 'shared') return 'shared imports neither side';
  if (sides.has(from) && sides.has(to) && from !== to) return 'server and client never import each other';
  if (sides.has(from) && to === 'test') return 'nothing imports tests';
  return undefined;
}

function layerRule(file: SourceFile, { target }: Import): string | undefined {
  if (part(file.path, 0) !== 'shared' || part(target ?? '', 0) !== 'shared') return undefined;
  const from = rank.get(part(file.path, 1));
  const to = rank.get(part(target ?? '', 1));
  if (from === undefined || to === undefined) return 'a folder of shared without a place among the layers';
  return to > from ? 'layers run one way' : undefined;
}

function loopRule(file: SourceFile, { target }: Import): string | undefined {
  if (target === undefined || !isLoop(target) || !loopFolder(target)) return undefined;
  const otherFolder = loopFolder(file.path) !== undefined && loopFolder(file.path) !== loopFolder(target);
  return otherFolder || isLoop(file.path)
    ? 'a loop never reaches into another loop: they meet in the store'
    : undefined;
}

function extensionRule({ specifier, target }: Import): string | undefined {
  return target === undefined || /\.[a-z0-9]+(\?[a-z]+)?$/.test(specifier)
    ? undefined
    : 'a relative import carries its extension';
}

export function layerViolations(files: readonly SourceFile[]): Violation[] {
  return files.flatMap((file) =>
    importsOf(file).flatMap((found) => {
      const broken = [sideRule(file, found), layerRule(file, found), loopRule(file, found), extensionRule(found)];
      return broken.flatMap((rule) => (rule ? [{ path: file.path, rule, what: found.specifier }] : []));
    }),
  );
}
