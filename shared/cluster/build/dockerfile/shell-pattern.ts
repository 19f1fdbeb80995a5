/** Patterns in `${NAME##pattern}` and its kin: `*` and `?`, with `\` to escape them. Source: buildkit shell/lex.go. */
import { anything, endsOf, type Piece } from './glob.ts';

const ESCAPABLE = '*?\\';
/** They end the pattern in the text, so an escape before them is none of the pattern's. */
const CLOSING = '}/';
/** Of the patterns of one text, together. More are no patterns that anybody writes. Ours. */
export const MOST_WORK = 100_000;

/** How much it is to hold a text against a pattern. */
export function workOf(value: string, pattern: string): number {
  return value.length * pattern.length;
}

/** Null for a pattern that escapes what cannot be escaped. */
function piecesOf(pattern: string): readonly Piece[] | null {
  const pieces: Piece[] = [];
  const chars = [...pattern];
  for (let index = 0; index < chars.length; index += 1) {
    const char = chars[index] ?? '';
    if (char === '*') pieces.push({ kind: 'many', takes: anything });
    else if (char === '?') pieces.push({ kind: 'one', takes: anything });
    else if (char !== '\\') pieces.push({ kind: 'one', takes: (other) => other === char });
    else {
      const next = chars[index + 1] ?? '';
      if (next !== '' && CLOSING.includes(next)) continue;
      if (next === '' || !ESCAPABLE.includes(next)) return null;
      pieces.push({ kind: 'one', takes: (other) => other === next });
      index += 1;
    }
  }
  return pieces;
}

/** Null for a bad pattern, here and below. */
export function withoutPrefix(value: string, pattern: string, isGreedy: boolean): string | null {
  const chars = [...value];
  const pieces = bounded(pattern, chars);
  return pieces && withoutStart(chars, pieces, isGreedy).join('');
}

/** Searched backwards, for the shortest suffix is not what a search from the left finds. */
export function withoutSuffix(value: string, pattern: string, isGreedy: boolean): string | null {
  const chars = [...value].toReversed();
  const pieces = bounded(reversed(pattern), chars);
  return pieces && withoutStart(chars, pieces, isGreedy).toReversed().join('');
}

/** An escape stays before what it escapes; a lone one at the end comes to stand before what was before it. */
function reversed(pattern: string): string {
  return (pattern.match(/\\[^]|[^]/gu) ?? []).toReversed().join('');
}

function withoutStart(chars: readonly string[], pieces: readonly Piece[], isGreedy: boolean): readonly string[] {
  return chars.slice(endsOf(pieces, chars).at(isGreedy ? -1 : 0) ?? 0);
}

/** Whether all of it matches. */
export function isMatch(value: string, pattern: string): boolean {
  const chars = [...value];
  const pieces = bounded(pattern, chars);
  return pieces !== null && endsOf(pieces, chars).at(-1) === chars.length;
}

/** In a replacement for all that is found, `$0` is what was found, any other name nothing, and `$$` a dollar. */
const REFERENCE = /\$(?:(\$)|\{([\p{L}\p{Nd}_]+)\}|([\p{L}\p{Nd}_]+))/gu;

/** Source: Go's regexp, Expand. */
function filledIn(template: string, found: string): string {
  return template.replace(REFERENCE, (_, dollar?: string, braced?: string, bare?: string) =>
    dollar === undefined ? ((braced ?? bare) === '0' ? found : '') : '$',
  );
}

export function replaced(value: string, pattern: string, replacement: string, isAll: boolean): string | null {
  const chars = [...value];
  const pieces = bounded(pattern, chars);
  if (!pieces) return null;
  // Read from its end, a match ends where it begins.
  const starts = endsOf(pieces.toReversed(), chars.toReversed(), { beginsAnywhere: true })
    .map((end) => chars.length - end)
    .toReversed();
  let result = '';
  let end = 0;
  for (const start of starts) {
    if (start < end) continue;
    const next = endsOf(pieces, chars, { start }).at(-1) ?? start;
    // Nothing is found right behind what was just found.
    if (next === start && start > 0 && start === end) continue;
    const found = chars.slice(start, next).join('');
    result += chars.slice(end, start).join('') + (isAll ? filledIn(replacement, found) : replacement);
    end = next;
    // Longer than any word may come to: it is refused in any case.
    if (result.length > MOST_WORK) return null;
    if (!isAll) break;
  }
  return result + chars.slice(end).join('');
}

function bounded(pattern: string, { length }: readonly string[]): readonly Piece[] | null {
  return length * pattern.length > MOST_WORK ? null : piecesOf(pattern);
}
