/** The JavaScript engines that a log is run in: where each is found, how it is installed, how it is asked. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { aptInstall, isDebian } from '../support/apt.ts';
import { checkpoints, type EngineCase } from './checkpoints.ts';
import { runInFirefox } from './firefox.ts';
import { runInShell } from './shell.ts';

interface Engine {
  readonly name: string;
  readonly programs: readonly string[];
  readonly debianPackage: string;
  readonly run: (program: string, script: string, cases: readonly EngineCase[]) => Promise<string[][]>;
}

const MAC = '/Applications/Firefox.app/Contents/MacOS/firefox';
const MAC_JSC = '/System/Library/Frameworks/JavaScriptCore.framework/Versions/Current/Helpers/jsc';

export const OTHER_ENGINES: readonly Engine[] = [
  {
    name: 'JavaScriptCore (jsc)',
    programs: ['jsc', MAC_JSC],
    debianPackage: 'libjavascriptcoregtk-4.0-bin',
    run: runInShell,
  },
  {
    name: 'SpiderMonkey (Firefox)',
    programs: ['firefox-esr', 'firefox', MAC],
    debianPackage: 'firefox-esr',
    run: runInFirefox,
  },
];

export const inNode = (cases: readonly EngineCase[]): string[][] => cases.map(checkpoints);

export function findEngine({ programs }: Engine): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return programs
    .flatMap((program) => (program.startsWith('/') ? [program] : folders.map((folder) => join(folder, program))))
    .find((path) => existsSync(path));
}

/** Undefined where it is not here and cannot be installed. */
export function ensureEngine(engine: Engine): string | undefined {
  const found = findEngine(engine);
  if (found !== undefined || !isDebian()) return found;
  aptInstall([engine.debianPackage]);
  return findEngine(engine);
}

/** The first checkpoint at which another engine differs from Node; null where none does. */
export function firstDifference(cases: readonly EngineCase[], ours: string[][], theirs: string[][]): string | null {
  for (const [index, { name, everyTicks }] of cases.entries()) {
    const [mine = [], other = []] = [ours[index], theirs[index]];
    const at = mine.findIndex((hash, position) => hash !== other[position]);
    if (at >= 0) return `${name}: at tick ${Math.min((at + 1) * everyTicks)} ${mine[at]} is ${other[at]}`;
    if (mine.length !== other.length) return `${name}: ${mine.length} checkpoints, and ${other.length}`;
  }
  return null;
}
