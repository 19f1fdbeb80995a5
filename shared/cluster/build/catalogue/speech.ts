/** What the tools that only say something would say, and the code they end with. */
import { sortedKeys } from '../../../base/order.ts';

type Environment = Readonly<Record<string, string>>;

interface Speech {
  readonly code: number;
  readonly text: string;
}

type Speaker = (words: readonly string[], environment: Environment) => Speech;

/** Of a log no more is kept of one run. */
const LONGEST_TEXT = 500;
const ESCAPES: Readonly<Record<string, string>> = { '\\n': '\n', '\\t': '\t', '\\\\': '\\', '%%': '%' };

const well = (text: string): Speech => ({ code: 0, text });

const echo: Speaker = (words) => well(words.filter((word, at) => at > 0 || !/^-[en]+$/.test(word)).join(' '));

const env: Speaker = (_words, environment) =>
  well(
    sortedKeys(environment)
      .map((name) => `${name}=${environment[name]}`)
      .join('\n'),
  );

/** Of names that are not there it says nothing, and ends with 1. */
const printenv: Speaker = (words, environment) => {
  if (words.length === 0) return env(words, environment);
  const known = words.filter((name) => Object.hasOwn(environment, name));
  return { code: known.length === words.length ? 0 : 1, text: known.map((name) => environment[name]).join('\n') };
};

/** The format is used again while words are left for it. */
const printf: Speaker = ([format = '', ...words]) => {
  let used = 0;
  const once = () => format.replace(/%[sd%]|\\[nt\\]/g, (found) => ESCAPES[found] ?? words[used++] ?? '');
  let text = once();
  for (let before = 0; before < used && used < words.length && text.length < LONGEST_TEXT;) {
    before = used;
    text += once();
  }
  return well(text.replace(/\n$/, ''));
};

const SPEAKERS: ReadonlyMap<string, Speaker> = new Map(Object.entries({ echo, env, printenv, printf }));

/** Undefined for a tool that has other work. */
export function speechOf(name: string, words: readonly string[], environment: Environment): Speech | undefined {
  const speech = SPEAKERS.get(name)?.(words, environment);
  return speech && { ...speech, text: speech.text.slice(0, LONGEST_TEXT) };
}
