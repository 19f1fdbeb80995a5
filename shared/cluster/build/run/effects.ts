/** What the commands of a RUN do to a stage: weight, time, files, packages; or how they fail. */
import type { ImageConfig } from '../../../api/world/image.ts';
import type { Run } from '../dockerfile/instruction.ts';
import { DockerfileError } from '../dockerfile/problem.ts';
import { baseName, DEFAULT_SHELL, filesOf, type Files, type Packages } from '../stage-state.ts';
import { BUILTINS, Exit, setOptions } from './builtins.ts';
import { doWork, FAILED, failed, need, type Room } from './room.ts';
import { withoutPrefix } from './prefix.ts';
import { readShellLine, type Command, type Pipeline, type Sequence, type Simple } from './shell-line.ts';
import { TOOLS } from './tools.ts';

export interface RunEffects {
  /** What the layer weighs: what is added and taken away again in one RUN weighs nothing. */
  readonly bytes: number;
  readonly ticks: number;
  readonly files: Files;
  readonly packages: Packages;
  readonly directories: readonly string[];
}

/** What it is carried out upon. */
export interface RunGround {
  readonly config: ImageConfig;
  readonly directories: readonly string[];
}

/** Throws the DockerfileError of the command that makes it fail. */
export function runEffects(
  { command, files: heredocs }: Pick<Run, 'command' | 'files'>,
  { config, directories: standing }: RunGround,
): RunEffects {
  const before = filesOf(config);
  const room: Room = {
    before,
    files: { ...before },
    packages: { ...config.packages },
    installs: new Map(),
    packageGroups: {},
    directories: standing,
    bytes: 0,
    ticks: 0,
    workdir: config.workdir,
    stopsAtFailure: false,
    pipesFail: false,
    heredocs: heredocs.map(({ content }) => content),
  };
  let failure: DockerfileError | null;
  if (command.isShell) {
    setOptions(room, (config.shell ?? DEFAULT_SHELL).slice(1));
    failure = runScript(room, command.words.join(' '));
  } else failure = runSimple(room, { words: command.words, hasHeredoc: false }, false);
  if (failure) throw failure;
  const { bytes, ticks, files, packages, directories } = room;
  return { bytes, ticks, files, packages, directories };
}

/** Each of these answers with how it failed, or null where it went well. */
type Outcome = DockerfileError | null;

/** A shell of its own: where it goes and what it sets stays in it, and `exit` ends it alone. */
function runScript(room: Room, script: string): Outcome {
  return inSubshell(room, readShellLine(script));
}

function inSubshell(room: Room, sequence: Sequence): Outcome {
  const { workdir, stopsAtFailure, pipesFail } = room;
  try {
    return runSequence(room, sequence);
  } catch (error) {
    if (error instanceof Exit) return error.failure;
    throw error;
  } finally {
    Object.assign(room, { workdir, stopsAtFailure, pipesFail });
  }
}

function runSequence(room: Room, sequence: Sequence): Outcome {
  let failure: Outcome = null;
  for (const [place, pipeline] of sequence.entries()) {
    const { link } = pipeline;
    if ((link === '&&' && failure) || (link === '||' && !failure)) continue;
    failure = runPipeline(room, pipeline);
    const isAskedAbout = pipeline.isInverted || (sequence[place + 1]?.link ?? ';') !== ';';
    if (failure && room.stopsAtFailure && !isAskedAbout) throw new Exit(failure);
  }
  return failure;
}

function runPipeline(room: Room, { commands, isInverted }: Pipeline): Outcome {
  const [only] = commands;
  const outcomes =
    commands.length === 1 && only ? [runCommand(room, only)] : commands.map((part) => runPart(room, part));
  const last = outcomes.at(-1) ?? null;
  const failure = room.pipesFail ? (outcomes.findLast((outcome) => outcome !== null) ?? null) : last;
  if (!isInverted) return failure;
  return failure ? null : failed(['!'], FAILED, '');
}

/** Each part of a pipe has a shell of its own. */
function runPart(room: Room, command: Command): Outcome {
  return inSubshell(room, [{ link: ';', isInverted: false, commands: [command] }]);
}

function runCommand(room: Room, command: Command): Outcome {
  if (!('group' in command)) return runSimple(room, command, true);
  return command.isSubshell ? inSubshell(room, command.group) : runSequence(room, command.group);
}

const SHELL = /^(?:ba|a|da)?sh$/;
function runSimple(room: Room, { words: all, hasHeredoc }: Simple, isInShell: boolean): Outcome {
  const words = withoutPrefix(all, isInShell);
  const [first = ''] = words;
  const tool = baseName(first);
  const heredoc = hasHeredoc ? takeHeredoc(room) : undefined;
  if (words.length === 0) return heredoc === undefined ? null : runScript(room, heredoc);
  try {
    if (SHELL.test(tool)) return runShell(room, words, heredoc);
    const builtin = isInShell && Object.hasOwn(BUILTINS, first) ? BUILTINS[first] : undefined;
    const handler = builtin ?? (Object.hasOwn(TOOLS, tool) ? TOOLS[tool] : undefined);
    if (handler) handler(room, words);
    else doWork(room, words);
    return null;
  } catch (error) {
    if (error instanceof DockerfileError) return error;
    throw error;
  }
}

function takeHeredoc(room: Room): string {
  const [next = '', ...rest] = room.heredocs;
  room.heredocs = rest;
  return next;
}

/** `sh -c 'text'`, or a script that a heredoc hands in. */
function runShell(room: Room, words: readonly string[], heredoc: string | undefined): Outcome {
  need(room, baseName(words[0] ?? ''), words);
  const flag = words.findIndex((word) => /^-[a-z]*c$/.test(word));
  const script = flag === -1 ? heredoc : words[flag + 1];
  if (script === undefined) {
    doWork(room, words);
    return null;
  }
  const { stopsAtFailure, pipesFail } = room;
  setOptions(room, words.slice(1, flag === -1 ? words.length : flag + 1));
  const outcome = runScript(room, script);
  Object.assign(room, { stopsAtFailure, pipesFail });
  return outcome;
}
