/** The forms in which an instruction takes its arguments. Source: buildkit frontend/dockerfile/parser/line_parsers.go. */
import { DockerfileError } from './problem.ts';

const BLANKS = /[\t\v\f\r ]+/;

/** The JSON form, `["a", "b"]`; null when the text is none, and is then taken as it stands. */
export function jsonForm(text: string): readonly string[] | null {
  const trimmed = text.trimStart();
  if (!trimmed.startsWith('[')) return null;
  let value: unknown;
  try {
    value = JSON.parse(trimmed);
  } catch {
    return null;
  }
  if (!Array.isArray(value)) return null;
  if (value.every((item) => typeof item === 'string')) return value;
  const message = 'when using JSON array syntax, arrays must be comprised of strings only';
  throw new DockerfileError('dockerfileJsonStrings', message, { text: text.slice(0, 100) });
}

/** At blanks, whatever is around them. */
export function blankWords(text: string): readonly string[] {
  return text === '' ? [] : text.split(BLANKS);
}

/** The first word, and all that follows it. */
export function cutFirstWord(text: string): readonly [word: string, rest: string | undefined] {
  const match = BLANKS.exec(text);
  return match ? [text.slice(0, match.index), text.slice(match.index + match[0].length)] : [text, undefined];
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
    } else if (char === escapeToken && quote !== "'") {
      // One at the very end escapes nothing, and is dropped.
      if (index + 1 === text.length) break;
      index += 1;
      word = (word ?? '') + char + text.charAt(index);
    } else {
      word = (word ?? '') + char;
      if (quote === '' && (char === '"' || char === "'")) quote = char;
      else if (char === quote) quote = '';
    }
  }
  if (word !== null) words.push(word);
  return words;
}

/** Name, value, and the `=` between them; empty in the old form `NAME all the rest`. */
export function keyValueArgs(instruction: string, text: string, escapeToken: string): readonly string[] {
  const words = quotedWords(text, escapeToken);
  if (words.length === 0) return [];
  if (!words[0]?.includes('=')) {
    const [name, value] = cutFirstWord(text);
    if (value !== undefined) return [name, value, ''];
    const message = `${instruction} must have two arguments`;
    throw new DockerfileError('dockerfilePairs', message, { instruction, word: text.slice(0, 100) });
  }
  return words.flatMap((word) => {
    const separator = word.indexOf('=');
    if (separator === -1) {
      const message = `Syntax error - can't find = in "${word}". Must be of the form: name=value`;
      throw new DockerfileError('dockerfilePairs', message, { instruction, word: word.slice(0, 100) });
    }
    return [word.slice(0, separator), word.slice(separator + 1), '='];
  });
}
