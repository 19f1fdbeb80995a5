/** Carries out what a shell has read: which commands run, in which order, and how it all ends. */
import { DockerfileError } from '../dockerfile/problem.ts';
import { isMatch, workOf } from '../dockerfile/shell-pattern.ts';
import { baseName } from '../stage-state.ts';
import { BUILTINS, Exit, setOptions } from './builtins.ts';
import { isPackaged } from './packages.ts';
import { ASSIGNMENT, withoutPrefix } from './prefix.ts';
import { doWork, FAILED, failed, need, spend, spendMatching, unreadable, writeFile, type Room } from './room.ts';
import { readShellLine } from './shell-line.ts';
import { ShellSyntaxError } from './shell-tokens.ts';
import type { Case, Choice, Command, Each, Loop, Pipeline, Sequence, Simple } from './shell-tree.ts';
import { expandText, expandWords } from './shell-words.ts';
import { TOOLS } from './tools.ts';

/** Each of these answers with how it failed, or null where it went well. */
type Outcome = DockerfileError | null;

/** A shell of its own: where it goes and what it sets stays in it, and `exit` ends it alone. */
export function runScript(room: Room, script: string): Outcome {
  try {
    return inSubshell(room, readShellLine(script));
  } catch (error) {
    if (error instanceof ShellSyntaxError) return unreadable(script, error.message);
    throw error;
  }
}

function inSubshell(room: Room, sequence: Sequence): Outcome {
  const { workdir, stopsAtFailure, pipesFail, variables, questions } = room;
  try {
    return runSequence(room, sequence);
  } catch (error) {
    if (error instanceof Exit) return error.failure;
    throw error;
  } finally {
    Object.assign(room, { workdir, stopsAtFailure, pipesFail, variables, questions });
  }
}

function runSequence(room: Room, sequence: Sequence): Outcome {
  let failure: Outcome = null;
  for (const [place, pipeline] of sequence.entries()) {
    const { link } = pipeline;
    if ((link === '&&' && failure) || (link === '||' && !failure)) continue;
    const isAskedAbout = pipeline.isInverted || (sequence[place + 1]?.link ?? ';') !== ';';
    failure = isAskedAbout ? asked(room, () => runPipeline(room, pipeline)) : runPipeline(room, pipeline);
    if (failure && room.stopsAtFailure && room.questions === 0 && !isAskedAbout) throw new Exit(failure);
  }
  return failure;
}

function asked(room: Room, run: () => Outcome): Outcome {
  room.questions += 1;
  const outcome = run();
  room.questions -= 1;
  return outcome;
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
  spend(room, '');
  if ('words' in command) return runSimple(room, command);
  if ('group' in command) return (command.isSubshell ? inSubshell : runSequence)(room, command.group);
  if ('branches' in command) return runChoice(room, command);
  if ('arms' in command) return runCase(room, command);
  return 'each' in command ? runEach(room, command) : runLoop(room, command);
}

function runChoice(room: Room, { branches, otherwise }: Choice): Outcome {
  const chosen = branches.find((branch) => asked(room, () => runSequence(room, branch.asked)) === null);
  return runSequence(room, chosen?.body ?? otherwise);
}

function runCase(room: Room, { subject, arms }: Case): Outcome {
  const text = expandText(room, subject);
  const matches = (written: string) => {
    const pattern = expandText(room, written);
    spendMatching(room, workOf(text, pattern));
    return isMatch(text, pattern);
  };
  const chosen = arms.find(({ patterns }) => patterns.some(matches));
  return runSequence(room, chosen?.body ?? []);
}

function runEach(room: Room, { each, over, body }: Each): Outcome {
  let failure: Outcome = null;
  for (const word of expandWords(room, over)) {
    spend(room, word);
    room.variables = { ...room.variables, [each]: word };
    failure = runSequence(room, body);
  }
  return failure;
}

/** What would change its answer is mostly out of sight: it goes round once. */
function runLoop(room: Room, loop: Loop): Outcome {
  const isYes = asked(room, () => runSequence(room, loop.asked)) === null;
  return isYes === loop.isUntil ? null : runSequence(room, loop.body);
}

function runSimple(room: Room, { words: written, hasHeredoc, writes }: Simple): Outcome {
  const heredoc = hasHeredoc ? takeHeredoc(room) : undefined;
  const first = written.findIndex((word) => !ASSIGNMENT.test(word));
  const assignments = first === -1 ? written : written.slice(0, first);
  const words = expandWords(room, written.slice(assignments.length));
  spend(room, '', words.length);
  const outer = room.variables;
  for (const text of assignments) assign(room, text);
  const outcome = words.length > 0 ? runWords(room, words, heredoc, true) : runGiven(room, heredoc);
  // What stands before a command is for that command alone.
  if (words.length > 0 && assignments.length > 0) room.variables = outer;
  const said = heredoc ?? words.slice(1).join(' ');
  for (const { target, isAppended } of writes) writeFile(room, expandText(room, target), { said, isAppended });
  return outcome;
}

function assign(room: Room, text: string): void {
  const [, name = '', plus, value = ''] = ASSIGNMENT.exec(text) ?? [];
  const before = plus === '+' && Object.hasOwn(room.variables, name) ? (room.variables[name] ?? '') : '';
  room.variables = { ...room.variables, [name]: before + expandText(room, value) };
}

/** A heredoc with no command before it is a script. */
function runGiven(room: Room, heredoc: string | undefined): Outcome {
  return heredoc === undefined ? null : runScript(room, heredoc);
}

function takeHeredoc(room: Room): string {
  const [next = '', ...rest] = room.heredocs;
  room.heredocs = rest;
  return next;
}

const SHELL = /^(?:ba|a|da)?sh$/;
/** With all its words known. In a shell, some of them are the shell's own. */
export function runWords(room: Room, all: readonly string[], heredoc: string | undefined, isInShell: boolean): Outcome {
  const isLookedFor = all[0] === 'command' && /^-[vV]$/.test(all[1] ?? '');
  const words = isLookedFor ? all : withoutPrefix(all, isInShell);
  const [first = ''] = words;
  const tool = baseName(first);
  if (words.length === 0) return null;
  try {
    if (SHELL.test(tool)) return runShell(room, words, heredoc);
    const builtin = isInShell && Object.hasOwn(BUILTINS, first) ? BUILTINS[first] : undefined;
    const handler = builtin ?? (Object.hasOwn(TOOLS, tool) ? TOOLS[tool] : undefined);
    if (handler) handler(room, words);
    else {
      if (isPackaged(tool)) need(room, tool, words);
      doWork(room, words);
    }
    return null;
  } catch (error) {
    if (error instanceof DockerfileError) return error;
    throw error;
  }
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
