/** Follows a text for a shell: which commands run, how long they take, what they say, and whether it comes to an end. */
import type { ImageConfig, Program } from '../../api/world/image.ts';
import { endlessLoop } from './catalogue/programs.ts';
import { ASSIGNMENT, withoutPrefix } from './run/prefix.ts';
import { spend, type Room } from './run/room.ts';
import type { Choice, Command, Each, Loop, Sequence, Simple } from './run/shell-tree.ts';
import { expandWords } from './run/shell-words.ts';
import { absolutePath, baseName } from './stage-state.ts';

export interface Chosen {
  readonly program: Program;
  /** It is there, and runs. */
  readonly isFound: boolean;
  /** Who starts it keeps the SIGTERM to itself. */
  readonly isHeld: boolean;
}

/** Of one command's words, in a directory. */
type Choose = (config: ImageConfig, words: readonly string[]) => Chosen;

/** A text that is followed: where it stands, and what it has come to so far. */
export interface Run extends Pick<Room, 'variables' | 'workdir' | 'stepsLeft'> {
  readonly config: ImageConfig;
  readonly text: string;
  readonly choose: Choose;
  stopsAtFailure: boolean;
  ticks: number;
  code: number;
  /** Before its first rest, and since its last. */
  firstWords: readonly string[];
  said: readonly string[];
  awaits: NonNullable<Program['awaits']>;
  /** The command that was carried out last. */
  last: Chosen | null;
  /** What never ends by itself. */
  runsOn: Chosen | null;
}

/** What a shell does itself, at once and well; questions are answered with yes. */
const QUIET: ReadonlySet<string> = new Set(
  ': export unset trap wait read shift umask ulimit break continue return local test [ [[ set cd'.split(' '),
);
/** They ask for the address of a name; true for those that want an answer from there. */
const ASKING: ReadonlyMap<string, boolean> = new Map([
  ...['nslookup', 'getent', 'host', 'ping'].map((tool) => [tool, false] as const),
  ...['wget', 'curl', 'nc'].map((tool) => [tool, true] as const),
]);
const ENDLESS = /^(?:true|:|\[ (?:1|true) \]|sleep .*)$/;

/** Carries one after the other out; true when the shell is at its end, or something runs on. */
export function follow(run: Run, sequence: Sequence): boolean {
  for (const [place, { link, commands, isInverted }] of sequence.entries()) {
    if ((link === '&&' && run.code !== 0) || (link === '||' && run.code === 0)) continue;
    // Of a pipe the last one is what it comes to.
    const command = commands.at(-1);
    if (command && obey(run, command)) return true;
    if (isInverted) run.code = run.code === 0 ? 1 : 0;
    const isAskedAbout = isInverted || (sequence[place + 1]?.link ?? ';') !== ';';
    if (run.stopsAtFailure && run.code !== 0 && !isAskedAbout) return true;
  }
  return false;
}

function obey(run: Run, command: Command): boolean {
  spend(run, '');
  if ('words' in command) return begin(run, command);
  if ('group' in command) return follow(run, command.group);
  if ('branches' in command) return takeWay(run, command);
  if ('each' in command) return forEach(run, command);
  run.code = 0;
  return 'body' in command && goRound(run, command);
}

function takeWay(run: Run, { branches, otherwise }: Choice): boolean {
  const { stopsAtFailure } = run;
  run.stopsAtFailure = false;
  const chosen = branches.find(({ asked }) => {
    follow(run, asked);
    return run.code === 0;
  });
  Object.assign(run, { stopsAtFailure, code: 0 });
  return follow(run, chosen?.body ?? otherwise);
}

function forEach(run: Run, { each, over, body }: Each): boolean {
  run.code = 0;
  return expandWords(run, over).some((word) => {
    spend(run, word);
    run.variables = { ...run.variables, [each]: word };
    return follow(run, body);
  });
}

/** For ever, until somebody can be reached, or not at all: what else would change its answer is out of sight. */
function goRound(run: Run, { asked, isUntil, body }: Loop): boolean {
  const [question] = asked;
  const command = question?.commands[0];
  if (!question || !command || !('words' in command)) return false;
  const words = expandWords(run, command.words);
  const isUntilYes = isUntil !== question.isInverted;
  const awaited = isUntilYes ? awaitedBy(words) : undefined;
  if (awaited) run.awaits = [...run.awaits, awaited];
  const text = words.join(' ');
  if (isUntilYes ? text !== 'false' : !ENDLESS.test(text)) return false;
  if (!follow(run, body)) {
    run.runsOn = { program: endlessLoop(run.text), isFound: false, isHeld: false };
  }
  return true;
}

/** `nslookup NAME`, `wget -qO- http://NAME:80/`, `nc -z NAME 80`. */
function awaitedBy([first = '', ...rest]: readonly string[]): Run['awaits'][number] | undefined {
  const isAnswered = ASKING.get(baseName(first));
  const word = rest.find((one) => !/^(?:-.*|\d+|hosts|ahosts)$/.test(one));
  // The docs' own example puts the namespace in by another command.
  const service = word?.replace(/^\w+:\/\//, '').replace(/(?:[:/]|\.?\$\().*$/, '');
  return isAnswered === undefined || !service ? undefined : { service: service.slice(0, 253), isAnswered };
}

function begin(run: Run, { words: written, writes }: Simple): boolean {
  const all = expandWords(run, written);
  const words = withoutPrefix(all, true);
  const [first, ...rest] = words;
  if (first === undefined || first === 'export') assign(run, first === undefined ? all : rest);
  if (first === 'exit') {
    run.code = rest[0] === undefined ? run.code : Number(rest[0]) & 255;
    return true;
  }
  if (first === 'cd') run.workdir = absolutePath(run.workdir, rest[0] ?? '/root');
  if (first === 'set' && /^-\w*e/.test(rest[0] ?? '')) run.stopsAtFailure = true;
  if (first === undefined || QUIET.has(first)) {
    run.code = 0;
    return false;
  }
  const chosen = run.choose({ ...run.config, workdir: run.workdir }, words);
  const isExec = all.includes('exec');
  const { exit } = chosen.program;
  run.last = chosen;
  if (!exit) {
    run.runsOn = { ...chosen, isHeld: chosen.isHeld || !isExec };
    return true;
  }
  carryOut(run, exit, writes.length === 0);
  return isExec;
}

function carryOut(run: Run, { afterTicks, code, lastWords }: NonNullable<Program['exit']>, isHeard: boolean): void {
  if (afterTicks > 0) Object.assign(run, { firstWords: [...run.firstWords, ...run.said], said: [] });
  if (isHeard && lastWords !== '') run.said = [...run.said, lastWords.replace(/\$\(.*?\)|`.*?`/g, '...')];
  run.ticks += afterTicks;
  run.code = code;
}

function assign(run: Run, words: readonly string[]): void {
  for (const word of words) {
    const [, name, , value = ''] = ASSIGNMENT.exec(word) ?? [];
    if (name !== undefined) run.variables = { ...run.variables, [name]: value };
  }
}
