/** What a shell does itself, without any program. It weighs nothing and takes no time. */
import { absolutePath } from '../stage-state.ts';
import type { DockerfileError } from '../dockerfile/problem.ts';
import { question } from './questions.ts';
import { FAILED, failed, need, type Handler, type Room } from './room.ts';

/** Thrown by `exit`, and by a failure under `set -e`: this shell is at its end. */
export class Exit extends Error {
  readonly failure: DockerfileError | null;

  constructor(failure: DockerfileError | null) {
    super('exit');
    this.failure = failure;
  }
}

/** `-e`, `-eux`, `-o pipefail`; with `+` they are taken back. */
export function setOptions(room: Room, words: readonly string[]): void {
  for (const [index, word] of words.entries()) {
    const isOn = word.startsWith('-');
    if (!/^[-+][a-z]+$/.test(word)) continue;
    const name = word.endsWith('o') ? words[index + 1] : '';
    if (word.includes('e') || name === 'errexit') room.stopsAtFailure = isOn;
    if (name === 'pipefail') room.pipesFail = isOn;
  }
}

const nothing: Handler = () => undefined;

export const BUILTINS: Readonly<Record<string, Handler>> = {
  // It may be a directory that another command made: nobody is refused.
  cd: (room, [, path = '/root']) => {
    room.workdir = absolutePath(room.workdir, path);
  },
  set: (room, words) => setOptions(room, words.slice(1)),
  exit: (_room, words) => {
    const [, code = '0'] = words;
    if (/^0+$/.test(code)) throw new Exit(null);
    throw new Exit(failed(words, /^\d{1,3}$/.test(code) ? Number(code) % 256 : FAILED, ''));
  },
  false: (_room, words) => {
    throw failed(words, FAILED, '');
  },
  true: nothing,
  ':': nothing,
  // What they say weighs nothing but where it goes into a file.
  echo: nothing,
  printf: nothing,
  export: (room, words) => {
    const pairs = words.slice(1).flatMap((word) => {
      const [, name, value] = /^([A-Za-z_]\w*)=(.*)$/s.exec(word) ?? [];
      return name === undefined ? [] : [[name, value ?? ''] as const];
    });
    room.variables = { ...room.variables, ...Object.fromEntries(pairs) };
  },
  unset: (room, words) => {
    room.variables = Object.fromEntries(Object.entries(room.variables).filter(([name]) => !words.includes(name)));
  },
  test: question,
  '[': question,
  '[[': question,
  command: look,
  type: look,
  hash: look,
};

/** Whether there is a command of that name. */
function look(room: Room, words: readonly string[]): void {
  const name = words.findLast((word) => !word.startsWith('-')) ?? '';
  if (!Object.hasOwn(BUILTINS, name)) need(room, name, words);
}
