/** What a command's words mean among the files: a path, or all that a wildcard stands for. */
import { byCodeUnit } from '../../../base/order.ts';
import { isMatch } from '../dockerfile/shell-pattern.ts';
import { absolutePath, pathsUnder } from '../stage-state.ts';
import { spendLooking, spendMatching, type Room } from './room.ts';

/** Source: POSIX, Shell Command Language, 2.13.3. *Simplified*: no brackets, and quotes do not keep a wildcard back. */
const WILDCARD = /[*?]/;

/** Paths of files and directories, in order. */
export function namedPaths(room: Room, word: string): readonly string[] {
  if (word === '') return [];
  const path = absolutePath(room.workdir, word);
  if (!WILDCARD.test(path)) return [path];
  const wanted = path.split('/');
  const standing = [...Object.keys(room.files), ...room.directories];
  spendMatching(room, standing.length * wanted.length);
  const found = standing
    .map((one) => one.split('/').slice(0, wanted.length))
    .filter((parts) => parts.length === wanted.length && wanted.every((part, at) => isPart(parts[at] ?? '', part)))
    .map((parts) => parts.join('/'));
  return [...new Set(found)].sort(byCodeUnit);
}

/** What begins with a point is only meant where that is said. */
function isPart(part: string, pattern: string): boolean {
  return isMatch(part, pattern) && (pattern.startsWith('.') || !part.startsWith('.'));
}

/** A file itself, or all below a directory. */
export function filesAt(room: Room, path: string): readonly string[] {
  if (room.files[path] === undefined) spendLooking(room, Object.keys(room.files).length);
  return pathsUnder(room.files, path);
}

/** The files that a command names, each with all below it; what it names in vain is left out. */
export function namedFiles(room: Room, words: readonly string[]): readonly string[] {
  return words.flatMap((word) => namedPaths(room, word).flatMap((path) => filesAt(room, path)));
}
