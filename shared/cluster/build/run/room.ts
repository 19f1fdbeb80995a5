/** A RUN while it is carried out: what its commands have made so far, and where they stand. */
import { digestOfText } from '../../../base/sha256.ts';
import { workOfCommand } from '../catalogue/works.ts';
import type { Variables } from '../dockerfile/expand.ts';
import { DockerfileError } from '../dockerfile/problem.ts';
import { absolutePath, hasTool, type Files } from '../stage-state.ts';
import { overlayAt, type Overlay } from './overlays.ts';

export interface Room {
  readonly before: Files;
  files: Record<string, Files[string]>;
  packages: Record<string, string>;
  /** How often this RUN has installed each. */
  readonly installs: Map<string, number>;
  /** What it has installed under one name. */
  packageGroups: Readonly<Record<string, readonly string[]>>;
  /** What its mounts lay over the files: it weighs nothing, and is gone afterwards. */
  readonly overlays: readonly Overlay[];
  /** Made by themselves, with or without anything in them. */
  directories: readonly string[];
  bytes: number;
  ticks: number;
  workdir: string;
  /** Who carries it out: may do all, as root. */
  readonly isRoot: boolean;
  /** The environment, build arguments in scope, and what the shell has set itself. */
  variables: Variables;
  /** What it may still do, in steps: nobody builds for ever. */
  stepsLeft: number;
  /** So many it has written or removed, each as often as it did. */
  filesTouched: number;
  /** So many it may still make. */
  filesLeft: number;
  /** Within so many questions (`if`, `&&`, `||`, `!`), where a failure is an answer. */
  questions: number;
  /** `set -e`: the first failure that nobody asks about ends it. */
  stopsAtFailure: boolean;
  /** `set -o pipefail`: a pipe fails with any of its parts. */
  pipesFail: boolean;
  /** What heredocs hand in, the next one first. */
  heredocs: readonly string[];
}

/** What a tool does. Throws what it says when it fails. */
export type Handler = (room: Room, words: readonly string[]) => void;

/** Shell's exit codes. */
const NOT_FOUND = 127;
export const FAILED = 1;
const NOT_UNDERSTOOD = 2;
/** What a tool says where nothing more may be made. */
export const NO_SPACE = 'No space left on device';
/** Of a RUN, each one command, or so many characters or words of it, or so much of matching. Ours. */
export const MOST_STEPS = 2000;
/** Of all RUNs of a blueprint together. Ours. */
export const MOST_STEPS_IN_ALL = 4000;
const CHARACTERS_PER_STEP = 100;
const WORDS_PER_STEP = 4;
const MATCHING_PER_STEP = 100;
const LOOKS_PER_STEP = 100;
const FILES_PER_STEP = 4;

/** Of carrying out this text once more. Past the last one everything ends, whoever asks. */
export function spend(room: Pick<Room, 'stepsLeft'>, text: string, words = 0): void {
  const steps = 1 + Math.floor(text.length / CHARACTERS_PER_STEP) + Math.floor(words / WORDS_PER_STEP);
  takeSteps(room, steps, text);
}

/** Of holding a text against a pattern; `work` is what `workOf` says of the two. */
export function spendMatching(room: Pick<Room, 'stepsLeft'>, work: number): void {
  takeSteps(room, Math.floor(work / MATCHING_PER_STEP), '');
}

/** Of looking through the names of so many files. */
export function spendLooking(room: Pick<Room, 'stepsLeft'>, files: number): void {
  takeSteps(room, Math.ceil(files / LOOKS_PER_STEP), '');
}

/** Of writing or removing one. */
function spendOnFile(room: Room): void {
  room.filesTouched += 1;
  if (room.filesTouched % FILES_PER_STEP === 0) takeSteps(room, 1, '');
}

function takeSteps(room: Pick<Room, 'stepsLeft'>, steps: number, text: string): void {
  room.stepsLeft -= steps;
  if (room.stepsLeft < 0) throw failed([text.slice(0, 100)], FAILED, `more than ${MOST_STEPS} steps`);
}

/** A script that no shell can read. */
export function unreadable(script: string, why: string): DockerfileError {
  return failed([script], NOT_UNDERSTOOD, `/bin/sh: Syntax error: ${why}`);
}

export function failed(words: readonly string[], code: number, said: string): DockerfileError {
  const command = words.join(' ');
  const message = `process "/bin/sh -c ${command}" did not complete successfully: exit code: ${code}`;
  return new DockerfileError('dockerfileRunFailed', message, { command: command.slice(0, 100), code, words: said });
}

export function need(room: Room, tool: string, words: readonly string[]): void {
  if (!hasTool(room.files, tool)) throw failed(words, NOT_FOUND, `/bin/sh: ${tool}: not found`);
}

export function addFile(room: Room, path: string, file: Files[string]): void {
  spendOnFile(room);
  addWeight(room, path, file.bytes - (isNew(room, path) ? (room.files[path]?.bytes ?? 0) : 0));
  if (!room.files[path]) {
    room.filesLeft -= 1;
    if (room.filesLeft < 0) throw failed([path], FAILED, NO_SPACE);
  }
  room.files[path] = file;
}

/** Of what lies at a path, or below it. In a mount it weighs nothing. */
export function addWeight(room: Room, path: string, bytes: number): void {
  const overlay = overlayAt(room.overlays, path);
  if (overlay?.isReadOnly) throw failed([path], FAILED, `${path}: Read-only file system`);
  if (!overlay) room.bytes += bytes;
}

/** What a command says into a file (`> path`). */
export function writeFile(
  room: Room,
  target: string,
  { said, isAppended }: { readonly said: string; readonly isAppended: boolean },
): void {
  const path = absolutePath(room.workdir, target);
  if (target === '' || /^\/(?:dev|proc|sys)\//.test(path)) return;
  const before = isAppended ? room.files[path] : undefined;
  const sum = digestOfText(`${before?.sum ?? ''} and ${said}`);
  addFile(room, path, { bytes: (before?.bytes ?? 0) + said.length, sum });
}

export function addTool(room: Room, path: string): void {
  addFile(room, path, { bytes: 0, sum: digestOfText(`tool ${path.slice(path.lastIndexOf('/') + 1)}`) });
}

/** A lower layer keeps what it holds: this one only hides it. */
export function removeFile(room: Room, path: string): void {
  spendOnFile(room);
  addWeight(room, path, isNew(room, path) ? -(room.files[path]?.bytes ?? 0) : 0);
  delete room.files[path];
}

function isNew(room: Room, path: string): boolean {
  return room.files[path] !== undefined && room.files[path] !== room.before[path];
}

/** Changed in this layer, it lies there whole. */
export function rewriteFile(room: Room, path: string): void {
  const file = room.files[path];
  if (file && !isNew(room, path)) addFile(room, path, { ...file });
}

/** A command's words that are no options. `valued` options take the next word with them. */
export function plainWords(words: readonly string[], valued: ReadonlySet<string> = new Set()): readonly string[] {
  return words.slice(1).filter((word, index) => !word.startsWith('-') && !valued.has(words[index] ?? ''));
}

/** Of a command that nobody here knows more about. */
export function doWork(room: Room, words: readonly string[]): void {
  const work = workOfCommand(words);
  room.bytes += work.bytes;
  room.ticks += work.ticks;
}

/** Of an option that is there as `--name value` or `--name=value`. */
export function valueOf(words: readonly string[], options: readonly string[]): string | undefined {
  for (const [index, word] of words.entries()) {
    const option = options.find((name) => word === name || word.startsWith(`${name}=`));
    if (option !== undefined) return word === option ? words[index + 1] : word.slice(option.length + 1);
  }
  return undefined;
}
