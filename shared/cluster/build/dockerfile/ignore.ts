/** .dockerignore: which files of the build context stay at home. Source: moby/patternmatcher. */
import { anything, endsOf, type Piece } from './glob.ts';
import { DockerfileError } from './problem.ts';

/** Tells of a path's parents and itself, in that order, whether one matches. */
type Matcher = (paths: readonly string[]) => boolean;

interface Pattern {
  readonly isException: boolean;
  readonly matches: Matcher;
}

const wrong = (pattern: string, message: string) =>
  new DockerfileError('dockerignorePattern', message, { pattern: pattern.slice(0, 100) });

/** The file's patterns: comments go, and a path from the root is one from the context. Source: ignorefile.ReadAll. */
export function ignorePatterns(text: string): readonly string[] {
  return text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const isException = line.startsWith('!');
      const path = isException ? line.slice(1).trim() : line;
      const clean = path === '' ? '' : cleanPath(path);
      return (isException ? '!' : '') + (clean.length > 1 ? clean.replace(/^\//, '') : clean);
    });
}

/** Whether a path is left out: the last pattern that matches it, or a directory above it, decides. */
export function ignoreMatcher(texts: readonly string[]): (path: string) => boolean {
  const patterns = texts
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map(patternOf);
  return (path) => {
    const clean = cleanPath(path);
    if (clean === '.') return false;
    const parts = clean.split('/');
    const withParents = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
    let isExcluded = false;
    for (const { isException, matches } of patterns) {
      if (isException === isExcluded && matches(withParents)) isExcluded = !isException;
    }
    return isExcluded;
  };
}

function patternOf(text: string): Pattern {
  const clean = cleanPath(text);
  if (clean === '!') throw wrong(text, 'illegal exclusion pattern: "!"');
  const isException = clean.startsWith('!');
  const pattern = isException ? clean.slice(1) : clean;
  if (!isWellFormed(pattern)) throw wrong(text, 'syntax error in pattern');
  return { isException, matches: matcherOf(pattern) };
}

/** Without `.`, `..` and doubled slashes, as far as that goes. Source: Go's path.Clean. */
export function cleanPath(path: string): string {
  const isRooted = path.startsWith('/');
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (!isRooted) parts.push(part);
  }
  const clean = (isRooted ? '/' : '') + parts.join('/');
  return clean === '' ? '.' : clean;
}

/** Source: Go's path.Match: brackets are closed and hold something, and a `\` escapes something. */
function isWellFormed(pattern: string): boolean {
  const chars = [...pattern];
  for (let at = 0; at < chars.length; at += 1) {
    if (chars[at] === '\\') {
      at += 1;
      if (at >= chars.length) return false;
    } else if (chars[at] === '[') {
      const end = endOfClass(chars, at + 1);
      if (end === null) return false;
      at = end;
    }
  }
  return true;
}

function endOfClass(chars: readonly string[], start: number): number | null {
  let at = chars[start] === '^' ? start + 1 : start;
  for (let count = 0; ; count += 1) {
    if (chars[at] === ']' && count > 0) return at;
    const after = endOfClassChar(chars, at);
    if (after === null) return null;
    at = after;
    if (chars[at] !== '-') continue;
    const afterRange = endOfClassChar(chars, at + 1);
    if (afterRange === null) return null;
    at = afterRange;
  }
}

function endOfClassChar(chars: readonly string[], at: number): number | null {
  const char = chars[at];
  if (char === undefined || char === '-' || char === ']') return null;
  const end = char === '\\' ? at + 2 : at + 1;
  return end < chars.length ? end : null;
}

const notSlash = (char: string): boolean => char !== '/';

/** Quirks included: a leading `**` alone compares ends, a trailing one beginnings. */
function matcherOf(pattern: string): Matcher {
  const pieces: Piece[] = [];
  let type: 'exact' | 'prefix' | 'suffix' | 'pieces' = 'exact';
  const chars = [...pattern];
  for (let at = 0, index = 0; at < chars.length; at += 1, index += 1) {
    const char = chars[at] ?? '';
    if (char === '*' && chars[at + 1] === '*') {
      at += chars[at + 2] === '/' ? 2 : 1;
      const isLast = at + 1 >= chars.length;
      if (isLast && type === 'exact') type = 'prefix';
      else {
        pieces.push({ kind: isLast ? 'many' : 'directories', takes: anything });
        type = 'pieces';
      }
      if (index === 0) type = 'suffix';
    } else if (char === '[') {
      const end = endOfClass(chars, at + 1) ?? at;
      pieces.push({ kind: 'one', takes: classOf(pattern, chars.slice(at, end + 1).join('')) });
      at = end;
      type = 'pieces';
    } else if (char === '*' || char === '?') {
      pieces.push({ kind: char === '*' ? 'many' : 'one', takes: notSlash });
      type = 'pieces';
    } else {
      // A closing bracket, too, has the real one build a regular expression.
      if (char === '\\' || char === ']') type = 'pieces';
      if (char === '\\') at += 1;
      const literal = chars[at] ?? '';
      const takes = char === '\\' ? escaped(pattern, literal) : (other: string) => other === literal;
      pieces.push({ kind: 'one', takes });
    }
  }
  if (type === 'exact') return (paths) => paths.includes(pattern);
  if (type === 'prefix') return (paths) => paths.some((path) => path.startsWith(pattern.slice(0, -2)));
  if (type === 'suffix') {
    const suffix = pattern.slice(2);
    return (paths) => paths.some((path) => path.endsWith(suffix) || `/${path}` === suffix);
  }
  return (paths) => {
    const whole = [...(paths.at(-1) ?? '')];
    return endsOf(pieces, whole).some((end) => end > 0 && (end === whole.length || whole[end] === '/'));
  };
}

const CONTROLS: Readonly<Record<string, string>> = { a: '\u0007', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/** An escape is handed on to a regular expression, where letters mean something, or are a mistake. */
function escaped(pattern: string, char: string): Piece['takes'] {
  if (/[\dA-Za-z]|[^\0-\x7f]/.test(char)) {
    if (/[dDsSwW]/.test(char)) return classOf(pattern, `\\${char}`);
    // The bounds of a word, or of the text: hardly ever where they are written.
    if (/[AbBz]/.test(char)) return () => false;
    const control = Object.hasOwn(CONTROLS, char) ? CONTROLS[char] : undefined;
    if (control === undefined) throw wrong(pattern, 'syntax error in pattern');
    return (other) => other === control;
  }
  return (other) => other === char;
}

/** `[a-z]`, `[^.]`: one character, so a regular expression cannot be slow. */
function classOf(pattern: string, text: string): Piece['takes'] {
  try {
    const search = new RegExp(text);
    return (char) => search.test(char);
  } catch {
    throw wrong(pattern, 'syntax error in pattern');
  }
}
