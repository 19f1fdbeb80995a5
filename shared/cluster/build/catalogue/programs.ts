/** Programs: what an image's command can run, and how it behaves. Numbers are the game's own (metaphor). */
import { MIB } from '../../../base/integers.ts';
import type { ImageConfig, Program } from '../../../api/world/image.ts';
import { restOf } from './sleep.ts';
import { speechOf } from './speech.ts';

export const program = (name: string, traits: Partial<Program>): Program => ({
  name,
  startTicks: 1,
  capacityRps: 0,
  memoryBytes: 16 * MIB,
  leakBytesPerTick: 0,
  exit: null,
  requiredEnv: [],
  ...traits,
});

/** The official houses' own programs. */
export const HUT = program('hut', { startTicks: 1, capacityRps: 20, memoryBytes: 32 * MIB });
/** A tiny one: of its like thousands can stand on one host. */
export const STALL = program('stall', { startTicks: 1, capacityRps: 2, memoryBytes: 2 * MIB });
export const COURTYARD = program('courtyard', { startTicks: 4, capacityRps: 25, memoryBytes: 160 * MIB });
export const VILLA = program('villa', { startTicks: 20, capacityRps: 60, memoryBytes: 700 * MIB });

/** What a cluster runs for itself. */
export const COREDNS = program('coredns', { startTicks: 1, capacityRps: 10_000, cpuMilli: 300, memoryBytes: 24 * MIB });
export const FLUENTD = program('fluentd', { startTicks: 3, memoryBytes: 48 * MIB });

/** What the towns build themselves. */
export const TEAHOUSE_V1 = program('teahouse', { startTicks: 3, capacityRps: 30, memoryBytes: 48 * MIB });
export const TEAHOUSE_V2 = program('teahouse', { startTicks: 3, capacityRps: 40, memoryBytes: 56 * MIB });
export const TEAHOUSE_BROKEN = program('teahouse', {
  exit: { afterTicks: 1, code: 1, lastWords: 'panic: the stove has no chimney' },
});
export const TEAHOUSE_LEAKY = program('teahouse', { ...TEAHOUSE_V1, leakBytesPerTick: 2 * MIB });
export const BAKERY_V1 = program('bakery', {
  startTicks: 5,
  capacityRps: 20,
  memoryBytes: 64 * MIB,
  requiredEnv: ['RECIPE'],
});
export const BAKERY_V2 = program('bakery', { ...BAKERY_V1, startTicks: 6, capacityRps: 30 });
export const LIBRARY_V1 = program('library', {
  startTicks: 8,
  capacityRps: 15,
  memoryBytes: 128 * MIB,
  keepsAt: '/var/lib/library',
});
export const WORKSHOP_V1 = program('workshop', { startTicks: 4, capacityRps: 25, memoryBytes: 80 * MIB });
/** An inn that cooks nothing itself: most of its guests want something from the kitchen, which it calls by name. */
export const INN_V1 = program('inn', {
  startTicks: 4,
  capacityRps: 30,
  memoryBytes: 64 * MIB,
  calls: [{ service: 'kitchen', sharePercent: 80 }],
});
export const KITCHEN_V1 = program('kitchen', { startTicks: 6, capacityRps: 40, memoryBytes: 96 * MIB });
export const WINDMILL_V1 = program('windmill', { startTicks: 6, capacityRps: 35, memoryBytes: 96 * MIB });

/** A shell with nobody at its keyboard, and a program that is only a tool: both end at once, and well. */
export const SHELL = program('sh', { startTicks: 0, exit: { afterTicks: 0, code: 0, lastWords: '' } });

/** What such a loop says in a second: a short line. */
const SAID_BYTES = 32;

/** A tool by itself. */
export function toolProgram(name: string): Program {
  return { ...SHELL, name: name.slice(0, 100) };
}

/** Seconds that a program can be given to run; longer is for ever here. */
export const LONGEST_TICKS = 100_000;

/** What every system with a shell has. Undefined for anything else. */
export function systemProgram(
  name: string,
  words: readonly string[],
  { packages, env }: Pick<ImageConfig, 'packages' | 'env'>,
): Program | undefined {
  // The kernel keeps from a first process each signal that it has no handler for.
  const stays = { ...toolProgram(name), exit: null, ignoresTerm: true };
  if (name === 'tail') return words.some((word) => /^-[a-z]*[fF]/.test(word)) ? stays : toolProgram(name);
  if (name === 'sleep') {
    const rest = restOf(words);
    if (typeof rest === 'string') return { ...toolProgram(name), exit: { afterTicks: 0, code: 1, lastWords: rest } };
    return rest > LONGEST_TICKS ? stays : { ...stays, exit: { afterTicks: rest, code: 0, lastWords: '' } };
  }
  if (name === 'false') return { ...toolProgram(name), exit: { afterTicks: 0, code: 1, lastWords: '' } };
  const speech = speechOf(name, words, env);
  if (speech) return { ...toolProgram(name), exit: { afterTicks: 0, code: speech.code, lastWords: speech.text } };
  const isThere = COMMON.has(name) || (packages?.['busybox'] !== undefined && BUSYBOX.has(name));
  return isThere ? toolProgram(name) : undefined;
}

const COMMON: ReadonlySet<string> = new Set(
  (
    'true base64 basename cat chmod chown cp cut date df dirname du expr find grep head hostname id ln ls md5sum ' +
    'mkdir mv pwd rev rm rmdir sed seq sha256sum sort stat tee touch tr uname wc which whoami xargs'
  ).split(' '),
);
/** What busybox brings beside those. */
const BUSYBOX: ReadonlySet<string> = new Set('awk free ip nc nslookup ping ps top vi wget'.split(' '));

/** `while true; do ...; done`, the class's favourite: it is never at its end, and talks where it echoes. */
export function endlessLoop(text: string): Program {
  const loop = { ...toolProgram('sh'), exit: null, ignoresTerm: true };
  return /\becho\b/.test(text) ? { ...loop, logsBytesPerTick: SAID_BYTES } : loop;
}

/** An interpreter whose script is not there, in its own words. */
export function withoutScript(interpreter: string, path: string): Program {
  const [code, lastWords] =
    interpreter === 'node'
      ? [1, `Error: Cannot find module '${path}'`]
      : [2, `${interpreter}: can't open file '${path}': [Errno 2] No such file or directory`];
  return program(interpreter, { startTicks: 0, exit: { afterTicks: 0, code, lastWords: lastWords.slice(0, 500) } });
}

/** npm with nothing to start. */
export function npmFailure(code: number, lastWords: string): Program {
  return program('npm', { startTicks: 0, exit: { afterTicks: 1, code, lastWords } });
}

/** Written in the workshop's own sources: compiled by `go build`, or run by `node` or `python`. */
export const TEAHOUSE_GO = program('teahouse', { ...TEAHOUSE_V2, memoryBytes: 40 * MIB });
export const BOOKSTALL_PY = program('app.py', { startTicks: 3, capacityRps: 20, memoryBytes: 72 * MIB });
export const CANTEEN_JS = program('server.js', { startTicks: 4, capacityRps: 25, memoryBytes: 90 * MIB });

/** Shell's exit code for a command that it cannot find. */
const NOT_FOUND_CODE = 127;

/** Node's own words for a program whose packages were never installed. */
export function withoutModules(scriptName: string): Program {
  const lastWords = `Error: Cannot find module 'express' (required by ${scriptName.slice(0, 100)})`;
  return program(scriptName.slice(0, 100), { startTicks: 0, exit: { afterTicks: 1, code: 1, lastWords } });
}

/** Python's own words for the same. */
export function withoutFlask(scriptName: string): Program {
  const lastWords = "ModuleNotFoundError: No module named 'flask'";
  return program(scriptName.slice(0, 100), { startTicks: 0, exit: { afterTicks: 1, code: 1, lastWords } });
}

/** A script of another language. */
export function notUnderstood(interpreter: string): Program {
  return program(interpreter, {
    startTicks: 0,
    exit: { afterTicks: 0, code: 1, lastWords: 'SyntaxError: invalid syntax' },
  });
}

/** A command that names no program of the image: it ends at once, with the words that a shell or a runtime has for it. */
export function absentProgram(name: string, isShell: boolean): Program {
  const shown = name.slice(0, 100);
  const why = shown.includes('/') ? `stat ${shown}: no such file or directory` : 'executable file not found in $PATH';
  const lastWords = isShell ? `/bin/sh: ${shown}: not found` : `exec: "${shown}": ${why}`;
  const exit = { afterTicks: 0, code: NOT_FOUND_CODE, lastWords };
  return program(shown, { startTicks: 0, memoryBytes: 0, exit, ...(isShell ? {} : { isMissing: true }) });
}
