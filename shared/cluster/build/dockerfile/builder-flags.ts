/** Leading `--name=value` flags of an instruction. Source: buildkit split_command.go and instructions/bflag.go. */
import { DockerfileError } from './problem.ts';

/** Quotes and escapes are taken away, which in arguments they are not. */
export function splitFlags(
  text: string,
  escapeToken: string,
): { readonly flags: readonly string[]; readonly rest: string } {
  const flags: string[] = [];
  let at = 0;
  for (;;) {
    while (at < text.length && /\s/.test(text.charAt(at))) at += 1;
    if (!text.startsWith('--', at)) return { flags, rest: text.slice(at).trim() };
    const { word, isQuoted, end } = readFlag(text, at, escapeToken);
    at = end;
    if (word === '--') return { flags, rest: text.slice(at).trim() };
    if (word !== '' || isQuoted) flags.push(word);
  }
}

function readFlag(text: string, start: number, escapeToken: string): { word: string; isQuoted: boolean; end: number } {
  let word = '';
  let quote = '';
  let isQuoted = false;
  let at = start;
  for (; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (quote === '' && /\s/.test(char)) break;
    if (char === escapeToken) {
      at += 1;
      word += text.charAt(at);
    } else if (quote === '' && (char === '"' || char === "'")) {
      quote = char;
      isQuoted = true;
    } else if (char === quote) quote = '';
    else word += char;
  }
  return { word, isQuoted, end: at };
}

export type FlagType = 'text' | 'switch' | 'list';
export type FlagTypes = Readonly<Record<string, FlagType>>;

/** What an instruction's flags say; those that were not written are absent. */
export class Flags {
  readonly #values: ReadonlyMap<string, readonly string[]>;

  constructor(values: ReadonlyMap<string, readonly string[]>) {
    this.#values = values;
  }

  text(name: string, absent = ''): string {
    return this.#values.get(name)?.[0] ?? absent;
  }

  isOn(name: string): boolean {
    return this.text(name) === 'true';
  }

  list(name: string): readonly string[] {
    return this.#values.get(name) ?? [];
  }
}

export function readFlags(instruction: string, written: readonly string[], types: FlagTypes): Flags {
  const values = new Map<string, string[]>();
  for (const text of written) {
    const separator = text.indexOf('=');
    const flag = separator === -1 ? text : text.slice(0, separator);
    const name = flag.slice(2);
    const type = Object.hasOwn(types, name) ? types[name] : undefined;
    if (type === undefined) throw unknownFlag(instruction, flag, types);
    const before = values.get(name) ?? [];
    if (before.length > 0 && type !== 'list') {
      throw new DockerfileError('dockerfileFlagTwice', `duplicate flag specified: ${flag}`, { instruction, flag });
    }
    values.set(name, [...before, valueOf(flag, type, separator === -1 ? null : text.slice(separator + 1))]);
  }
  return new Flags(values);
}

function valueOf(flag: string, type: FlagType, value: string | null): string {
  const wrong = (message: string) =>
    new DockerfileError('dockerfileFlagValue', message, { flag, value: (value ?? '').slice(0, 40) });
  if (type === 'switch') {
    if (value === '') throw wrong(`missing a value on flag: ${flag}`);
    const lower = value?.toLowerCase() ?? 'true';
    if (lower === 'true' || lower === 'false') return lower;
    throw wrong(`expecting boolean value for flag ${flag}, not: ${value}`);
  }
  if (value === null) throw wrong(`missing a value on flag: ${flag}`);
  return value;
}

function unknownFlag(instruction: string, flag: string, types: FlagTypes): DockerfileError {
  const names = Object.keys(types).map((name) => `--${name}`);
  const known = names.length === 0 ? '-' : names.join(' ');
  const details = { instruction, flag: flag.slice(0, 40), known };
  return new DockerfileError('dockerfileUnknownFlag', `unknown flag: ${flag}`, details);
}
