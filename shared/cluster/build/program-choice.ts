/** What an image's command comes to: a program of its files, a tool that ends at once, or nothing that is there. */
import type { ImageConfig, Program } from '../../api/world/image.ts';
import { byCodeUnit } from '../../base/order.ts';
import { ENTRYPOINT } from './catalogue/official-image.ts';
import {
  absentProgram,
  notUnderstood,
  npmFailure,
  systemProgram,
  toolProgram,
  withoutFlask,
  withoutModules,
  withoutScript,
} from './catalogue/programs.ts';
import { appOf, findsFlask } from './run/python-home.ts';
import { NPM_NO_MANIFEST } from './run/modules.ts';
import type { Chosen } from './shell-follow.ts';
import { shellProgram } from './shell-program.ts';
import { absolutePath, baseName, filesOf, hasShell, hasTool, pathsUnder } from './stage-state.ts';

const SHELL = /^(?:ba|a|da)?sh$/;
/** Programs that run another, named by their first argument that is no option. */
const INTERPRETERS: ReadonlySet<string> = new Set(['node', 'python', 'python3']);
/** Options that say what to run, so that no script follows. */
const INLINE: ReadonlySet<string> = new Set(['-c', '-m', '-e', '-p', '--eval', '--print']);
/** Options of theirs that take the next word. */
const VALUED: ReadonlySet<string> = new Set(['-r', '--require', '--import', '--loader', '-W', '-X']);

/** Chooses what runs, once everything is in. */
export function withProgram(config: ImageConfig): ImageConfig {
  const line = [...(config.entrypoint ?? []), ...config.command];
  const { program, isFound, isHeld } = textProgram(config, line) ?? choose(config, line, false);
  // The shell is the first process, gets the SIGTERM, and hands it on to nobody.
  return { ...config, program: isFound && isHeld ? { ...program, ignoresTerm: true } : program };
}

/** Of `sh -c TEXT`, in a system that has that shell. */
function textProgram(config: ImageConfig, [first = '', ...rest]: readonly string[]): Chosen | undefined {
  const shell = baseName(first);
  const flag = rest.findIndex((word) => /^-[a-z]*c$/.test(word));
  const options = rest.slice(0, flag + 1);
  if (!SHELL.test(shell) || flag === -1 || options.some((word) => !word.startsWith('-'))) return undefined;
  if (!hasTool(filesOf(config), shell)) return undefined;
  const stopsAtFailure = options.some((word) => word.includes('e'));
  // `sh -c -- TEXT`: no options from there on.
  const [text = ''] = rest.slice(flag + (rest[flag + 1] === '--' ? 2 : 1));
  return shellProgram(config, text, stopsAtFailure, (here, words) => choose(here, words, true));
}

const failing = (program: Program): Chosen => ({ program, isFound: false, isHeld: false });

function choose(config: ImageConfig, words: readonly string[], isInShell: boolean): Chosen {
  const [first = '', ...rest] = withoutEntrypoint(config, words);
  const name = baseName(first);
  const isTool = hasTool(filesOf(config), name);
  const file = isTool ? (INTERPRETERS.has(name) ? scriptOf(rest) : appOf(name, rest)) : undefined;
  if (file !== undefined) {
    return interpreted(config, file, first) ?? failing(withoutScript(name, absolutePath(config.workdir, file)));
  }
  if (isTool && name === 'npm' && isStart(rest)) return npmStart(config);
  const program = programNamed(config, name);
  if (program && !/\.(?:js|py)$/.test(program.name)) return { program, isFound: true, isHeld: false };
  if (isTool) return failing(toolProgram(name));
  const system = hasShell(config) ? systemProgram(name, rest, config) : undefined;
  return failing(system ?? absentProgram(first, isInShell));
}

/** What an image's entrypoint is handed, it runs; options are its own program's. */
function withoutEntrypoint(config: ImageConfig, words: readonly string[]): readonly string[] {
  const isEntrypoint = (word: string) =>
    baseName(word) === ENTRYPOINT && programNamed(config, ENTRYPOINT) !== undefined;
  const [first = '', second = '-'] = words;
  return isEntrypoint(first) && !second.startsWith('-') ? words.slice(1) : words;
}

/** By its own name, or by that of a file that it lies in. */
function programNamed(config: ImageConfig, name: string): Program | undefined {
  const { programs } = config;
  if (Object.hasOwn(programs, name)) return programs[name];
  const files = filesOf(config);
  const [path] = Object.keys(files)
    .filter((one) => files[one]?.program !== undefined && baseName(one) === name)
    .sort(byCodeUnit);
  const known = path === undefined ? undefined : files[path]?.program;
  return known !== undefined && Object.hasOwn(programs, known) ? programs[known] : undefined;
}

function scriptOf(words: readonly string[]): string | undefined {
  const place = words.findIndex((word, index) => !word.startsWith('-') && !VALUED.has(words[index - 1] ?? ''));
  return words.slice(0, place).some((word) => INLINE.has(word)) ? undefined : words[place];
}

function interpreted(config: ImageConfig, script: string, interpreter: string): Chosen | null {
  const path = absolutePath(config.workdir, script);
  const name = [path, `${path}.js`].map((wanted) => filesOf(config)[wanted]?.program).find((one) => one !== undefined);
  const program = name !== undefined && Object.hasOwn(config.programs, name) ? config.programs[name] : undefined;
  if (!program) return null;
  const isPython = baseName(interpreter) !== 'node';
  if (program.name.endsWith('.py') !== isPython) return failing(notUnderstood(baseName(interpreter)));
  if (isPython && !findsFlask(config, interpreter, script)) return failing(withoutFlask(program.name));
  if (!isPython && !hasModules(config, script)) return failing(withoutModules(program.name));
  return { program, isFound: true, isHeld: false };
}

/** From the script's own directory upwards. Source: nodejs.org/api/modules, loading from node_modules folders. */
function hasModules(config: ImageConfig, script: string): boolean {
  const files = filesOf(config);
  const path = absolutePath(config.workdir, script);
  let directory = files[path] || files[`${path}.js`] ? parentOf(path) : absolutePath('/', config.workdir);
  for (;;) {
    if (pathsUnder(files, absolutePath(directory, 'node_modules')).length > 0) return true;
    if (directory === '/') return false;
    directory = parentOf(directory);
  }
}

const parentOf = (path: string): string => absolutePath('/', path.slice(0, path.lastIndexOf('/')));

const isStart = (words: readonly string[]): boolean =>
  /^(?:(?:run|run-script) )?start$/.test(words.filter((word) => !word.startsWith('-')).join(' '));

/** Without a script of that name npm runs `node server.js`. Source: docs.npmjs.com/cli/commands/npm-start. */
function npmStart(config: ImageConfig): Chosen {
  const has = (name: string) => filesOf(config)[absolutePath(config.workdir, name)] !== undefined;
  if (!has('package.json')) return failing(npmFailure(NPM_NO_MANIFEST, 'npm error enoent Could not read package.json'));
  const started = has('server.js') ? interpreted(config, 'server.js', 'node') : null;
  // npm is the first process then, and its child hears of no SIGTERM.
  return started ? { ...started, isHeld: true } : failing(npmFailure(1, 'npm error Missing script: "start"'));
}
