/** What an image's command comes to: a program of its files, a tool that ends at once, or nothing that is there. */
import type { ImageConfig, Program } from '../../api/world/image.ts';
import { absentProgram, npmFailure, toolProgram, withoutModules } from './catalogue/programs.ts';
import { withoutPrefix } from './run/prefix.ts';
import { NPM_NO_MANIFEST } from './run/tools.ts';
import { absolutePath, baseName, filesOf, hasTool, pathsUnder } from './stage-state.ts';

/** A shell that steps aside for the program. */
const EXEC = /^\s*exec\s+/;
/** Programs that run another, named by their first argument that is no option. */
const INTERPRETERS: ReadonlySet<string> = new Set(['node', 'python3']);
/** Options of theirs that take the next word. */
const VALUED: ReadonlySet<string> = new Set(['-r', '--require', '--import', '--loader', '-W', '-X']);

interface Chosen {
  readonly program: Program;
  /** It is there, and runs. */
  readonly isFound: boolean;
  /** Who starts it keeps the SIGTERM to itself. */
  readonly isHeld: boolean;
}

/** Chooses what runs, once everything is in. */
export function withProgram(config: ImageConfig): ImageConfig {
  const line = [...(config.entrypoint ?? []), ...config.command];
  const isShell = /^(?:ba|a|da)?sh$/.test(baseName(line[0] ?? '')) && line[1] === '-c';
  const words = isShell ? withoutPrefix((line[2] ?? '').trim().split(/\s+/), true) : line;
  const { program, isFound, isHeld } = choose(config, words, isShell);
  // The shell is the first process, gets the SIGTERM, and hands it on to nobody.
  const isWrapped = isHeld || (isShell && !EXEC.test(line[2] ?? ''));
  return { ...config, program: isFound && isWrapped ? { ...program, ignoresTerm: true } : program };
}

const failing = (program: Program): Chosen => ({ program, isFound: false, isHeld: false });

function choose(config: ImageConfig, [first = '', ...rest]: readonly string[], isShell: boolean): Chosen {
  const name = baseName(first);
  const isTool = hasTool(filesOf(config), name);
  const script = isTool && INTERPRETERS.has(name) ? scriptOf(rest) : undefined;
  if (script !== undefined) return interpreted(config, script) ?? failing(absentProgram(name, isShell));
  if (isTool && name === 'npm' && isStart(rest)) return npmStart(config);
  const program = programNamed(config, name);
  if (program && !program.name.endsWith('.js')) return { program, isFound: true, isHeld: false };
  return failing(isTool ? toolProgram(name) : absentProgram(name, isShell));
}

/** By its own name, or by that of a file that it lies in. */
function programNamed(config: ImageConfig, name: string): Program | undefined {
  const { programs } = config;
  if (Object.hasOwn(programs, name)) return programs[name];
  const files = filesOf(config);
  const path = pathsUnder(files, '/').find((one) => baseName(one) === name && files[one]?.program !== undefined);
  const known = path === undefined ? undefined : files[path]?.program;
  return known !== undefined && Object.hasOwn(programs, known) ? programs[known] : undefined;
}

function scriptOf(words: readonly string[]): string | undefined {
  return words.find((word, index) => !word.startsWith('-') && !VALUED.has(words[index - 1] ?? ''));
}

function interpreted(config: ImageConfig, script: string): Chosen | null {
  const wanted = [baseName(script), `${baseName(script)}.js`].find((name) => Object.hasOwn(config.programs, name));
  const program = wanted === undefined ? undefined : config.programs[wanted];
  if (!program) return null;
  if (!hasModules(config, script)) return failing(withoutModules(program.name));
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
  const started = has('server.js') ? interpreted(config, 'server.js') : null;
  // npm is the first process then, and its child hears of no SIGTERM.
  return started ? { ...started, isHeld: true } : failing(npmFailure(1, 'npm error Missing script: "start"'));
}
