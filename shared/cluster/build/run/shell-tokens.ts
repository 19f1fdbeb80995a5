/** Cuts a text for a shell into signs and words, these as they are written. Source: POSIX, Shell Command Language, 2.3. */

/** It cannot be read at all; the words are dash's. */
export class ShellSyntaxError extends Error {
  override readonly name = 'ShellSyntaxError';
}

export interface Token {
  readonly text: string;
  /** Unquoted and with a meaning of its own. */
  readonly isSign: boolean;
}

/** More brackets within brackets are more than anybody writes. Ours. */
export const MOST_DEPTH = 64;
const SIGNS = ['&&', '||', ';;', '|&', ';', '|', '&', '(', ')', '\n'];

export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  // A continued line is one line.
  const source = text.replaceAll('\\\n', '');
  for (let at = 0; at < source.length;) {
    const sign = source.startsWith('&>', at) ? undefined : SIGNS.find((known) => source.startsWith(known, at));
    if (sign !== undefined) {
      tokens.push({ text: sign, isSign: true });
      at += sign.length;
    } else if (/\s/.test(source.charAt(at))) at += 1;
    else if (source[at] === '#') {
      const end = source.indexOf('\n', at);
      at = end === -1 ? source.length : end;
    } else {
      const end = endOfWord(source, at);
      tokens.push({ text: source.slice(at, end), isSign: false });
      at = end;
    }
  }
  return tokens;
}

function endOfWord(text: string, start: number): number {
  let at = start;
  while (at < text.length) {
    const char = text.charAt(at);
    const isRedirection = char === '&' && (/[<>]/.test(text.charAt(at - 1)) || text[at + 1] === '>');
    if (!isRedirection && /[\s;&|()]/.test(char)) break;
    at = endOfPiece(text, at);
  }
  return at;
}

/** Of a character, or of all that its quote or bracket holds together. */
export function endOfPiece(text: string, at: number, depth = 0): number {
  const char = text.charAt(at);
  if (char === '\\') return at + 2;
  if (char === "'" || char === '`') {
    const end = text.indexOf(char, at + 1);
    if (end === -1) throw new ShellSyntaxError('Unterminated quoted string');
    return end + 1;
  }
  if (char === '"') return endOf(text, at + 1, '"', depth);
  const closing = char === '$' && { '(': ')', '{': '}' }[text.charAt(at + 1)];
  return closing ? endOf(text, at + 2, closing, depth) : at + 1;
}

function endOf(text: string, start: number, closing: string, outer: number): number {
  if (outer > MOST_DEPTH) throw new ShellSyntaxError('too many brackets within brackets');
  let depth = 0;
  for (let at = start; at < text.length;) {
    const char = text.charAt(at);
    if (char === closing && depth === 0) return at + 1;
    if (closing === ')' && char === '(') depth += 1;
    if (closing === ')' && char === ')') depth -= 1;
    // Between double quotes single ones are none.
    at = closing === '"' && char === "'" ? at + 1 : endOfPiece(text, at, outer + 1);
  }
  throw new ShellSyntaxError(
    closing === '"' ? 'Unterminated quoted string' : `end of file unexpected (expecting "${closing}")`,
  );
}
