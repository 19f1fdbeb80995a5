/** Patterns in `${NAME##pattern}` and its kin: `*` and `?`, with `\` to escape them. Source: buildkit shell/lex.go. */

const ESCAPABLE = '*?\\';
/** They end the pattern in the text, so an escape before them is none of the pattern's. */
const CLOSING = '}/';
const PLAIN_IN_REGEXP = /[[\]{}.+()|^$]/;

/** Null for a pattern that escapes what cannot be escaped. */
export function patternToRegExp(pattern: string, isGreedy: boolean, isAnchored: boolean): RegExp | null {
  let source = isAnchored ? '^' : '';
  const chars = [...pattern];
  for (let index = 0; index < chars.length; index += 1) {
    const char = chars[index] ?? '';
    const next = chars[index + 1] ?? '';
    if (char === '*') source += isGreedy ? '.*' : '.*?';
    else if (char === '?') source += '.';
    else if (char === '\\') {
      if (next !== '' && CLOSING.includes(next)) continue;
      if (next === '' || !ESCAPABLE.includes(next)) return null;
      source += `\\${next}`;
      index += 1;
    } else source += PLAIN_IN_REGEXP.test(char) ? `\\${char}` : char;
  }
  return new RegExp(source, 'gu');
}

/** Null for a bad pattern, here and below. */
export function withoutPrefix(value: string, pattern: string, isGreedy: boolean): string | null {
  const match = patternToRegExp(pattern, isGreedy, true)?.exec(value);
  return match === undefined ? null : value.slice(match?.[0].length ?? 0);
}

/** Searched backwards, for the shortest suffix is not what a search from the left finds. */
export function withoutSuffix(value: string, pattern: string, isGreedy: boolean): string | null {
  const rest = withoutPrefix(reversed([...value]), reversedPattern(pattern), isGreedy);
  return rest === null ? null : reversed([...rest]);
}

export function replaced(value: string, pattern: string, replacement: string, isAll: boolean): string | null {
  const search = patternToRegExp(pattern, true, false);
  if (!search) return null;
  let result = '';
  let end = 0;
  for (const match of value.matchAll(search)) {
    // Nothing is found right behind what was just found.
    if (match[0] === '' && match.index > 0 && match.index === end) continue;
    result += value.slice(end, match.index) + replacement;
    end = match.index + match[0].length;
    if (!isAll) break;
  }
  return result + value.slice(end);
}

function reversed(parts: readonly string[]): string {
  return parts.toReversed().join('');
}

/** An escape stays before what it escapes. */
function reversedPattern(pattern: string): string {
  return reversed(pattern.match(/\\[^]|[^]/gu) ?? []);
}
