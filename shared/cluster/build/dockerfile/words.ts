/** The forms in which an instruction takes its arguments. Source: buildkit frontend/dockerfile/parser/line_parsers.go. */
import { DockerfileError } from './problem.ts';

/** The JSON form, `["a", "b"]`; null when the text is not one, and is then taken as shell text. */
export function jsonForm(text: string): readonly string[] | null {
  if (!text.startsWith('[')) return null;
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : null;
  } catch {
    return null;
  }
}

export function whitespaceWords(text: string): readonly string[] {
  return text.trim() === '' ? [] : text.trim().split(/\s+/);
}

/** Leading `--name=value` flags, and what follows them. */
export function splitFlags(text: string): { readonly flags: readonly string[]; readonly rest: string } {
  const flags: string[] = [];
  let rest = text;
  for (let match = /^(--\S*)\s*/.exec(rest); match; match = /^(--\S*)\s*/.exec(rest)) {
    const flag = match[1] ?? '';
    rest = rest.slice(match[0].length);
    if (flag === '--') break;
    flags.push(flag);
  }
  return { flags, rest };
}

/** Splits at blanks that no quote and no escape protects. Quotes and escapes stay in the words. */
export function quotedWords(text: string, escapeToken: string): readonly string[] {
  const words: string[] = [];
  let word: string | null = null;
  let quote = '';
  for (let index = 0; index < text.length; index += 1) {
    const char = text.charAt(index);
    if (quote === '' && /\s/.test(char)) {
      if (word !== null) words.push(word);
      word = null;
      continue;
    }
    word = (word ?? '') + char;
    if (char === escapeToken && quote !== "'" && index + 1 < text.length) {
      index += 1;
      word += text.charAt(index);
    } else if (quote === '' && (char === '"' || char === "'")) quote = char;
    else if (char === quote) quote = '';
  }
  if (word !== null) words.push(word);
  return words;
}

export type Pair = readonly [key: string, value: string];

/** `KEY=value KEY2="two words"`, or the old form `KEY all the rest`. */
export function pairs(instruction: string, text: string, escapeToken: string): readonly Pair[] {
  const words = quotedWords(text, escapeToken);
  if (words.length === 0) {
    throw new DockerfileError('dockerfileNoArguments', `${instruction} requires at least one argument`, {
      instruction,
    });
  }
  if (!words[0]?.includes('=')) {
    const old = /^(\S+)\s+(.+)$/.exec(text);
    if (old) return [[old[1] ?? '', old[2] ?? '']];
    throw new DockerfileError('dockerfilePairs', `${instruction} must have two arguments`, { instruction, word: text });
  }
  return words.map((word) => {
    const separator = word.indexOf('=');
    if (separator === -1) {
      const message = `Syntax error - can't find = in "${word}". Must be of the form: name=value`;
      throw new DockerfileError('dockerfilePairs', message, { instruction, word });
    }
    if (separator === 0) {
      throw new DockerfileError('dockerfilePairs', `${instruction} names can not be blank`, { instruction, word });
    }
    return [word.slice(0, separator), word.slice(separator + 1)];
  });
}
