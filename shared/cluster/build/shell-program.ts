/** What a text for a shell comes to as a container's first process: how long it takes, how it ends, or what runs on. */
import type { ImageConfig, Program } from '../../api/world/image.ts';
import { LONGEST_TICKS, toolProgram } from './catalogue/programs.ts';
import { DockerfileError } from './dockerfile/problem.ts';
import { FAILED, MOST_STEPS } from './run/room.ts';
import { readShellLine } from './run/shell-line.ts';
import { ShellSyntaxError } from './run/shell-tokens.ts';
import { follow, type Chosen, type Run } from './shell-follow.ts';

/** Shell's exit code for a text that it cannot read. */
const NOT_UNDERSTOOD = 2;

/** `stopsAtFailure`: `sh -e`. */
export function shellProgram(
  config: ImageConfig,
  text: string,
  stopsAtFailure: boolean,
  choose: Run['choose'],
): Chosen {
  const run: Run = {
    config,
    text,
    choose,
    stopsAtFailure,
    variables: config.env,
    workdir: config.workdir,
    stepsLeft: MOST_STEPS,
    ticks: 0,
    code: 0,
    firstWords: [],
    said: [],
    awaits: [],
    last: null,
    runsOn: null,
  };
  try {
    follow(run, readShellLine(text));
  } catch (error) {
    if (error instanceof ShellSyntaxError) return failing(NOT_UNDERSTOOD, `/bin/sh: Syntax error: ${error.message}`);
    if (error instanceof DockerfileError) return failing(FAILED, `/bin/sh: ${error.details['words']}`);
    throw error;
  }
  return outcomeOf(run);
}

const failing = (code: number, words: string): Chosen => ({
  program: { ...toolProgram('sh'), exit: { afterTicks: 0, code, lastWords: words.slice(0, 500) } },
  isFound: false,
  isHeld: false,
});

const asText = (lines: readonly string[]): string => lines.join('\n').slice(0, 500);

function outcomeOf({ ticks, code, firstWords, said, awaits, last, runsOn }: Run): Chosen {
  const isLate = ticks > LONGEST_TICKS;
  const first = asText(runsOn ? [...firstWords, ...said] : firstWords);
  const words = first === '' ? {} : { firstWords: first };
  if (runsOn) {
    const { program } = runsOn;
    const startTicks = isLate ? LONGEST_TICKS : Math.min(LONGEST_TICKS, program.startTicks + ticks);
    return { ...runsOn, program: { ...program, ...words, startTicks } };
  }
  const { program, isFound } = last ?? { program: toolProgram('sh'), isFound: false };
  const ended: Program = {
    ...program,
    ...words,
    ...(ticks > 0 || awaits.length > 0 ? { ignoresTerm: true } : {}),
    ...(awaits.length > 0 ? { awaits: awaits.slice(0, 8) } : {}),
    exit: isLate ? null : { afterTicks: ticks, code, lastWords: asText(said) },
  };
  return { program: ended, isFound, isHeld: isFound };
}
