/** `test` and `[ ... ]`: questions to the build's own files and words. Source: POSIX, test. */
import { absolutePath, isDirectory } from '../stage-state.ts';
import { FAILED, failed, type Handler, type Room } from './room.ts';

const UNARY: Readonly<Record<string, (room: Room, word: string) => boolean>> = {
  '-n': (_room, word) => word !== '',
  '-z': (_room, word) => word === '',
  '-f': isFile,
  '-d': isFolder,
  '-e': isThere,
  '-r': isThere,
  '-w': isThere,
  '-x': isThere,
  '-s': (room, word) => isFolder(room, word) || (fileOf(room, word)?.bytes ?? 0) > 0,
};

const BINARY: Readonly<Record<string, (left: string, right: string) => boolean>> = {
  '=': (left, right) => left === right,
  '==': (left, right) => left === right,
  '!=': (left, right) => left !== right,
  '-eq': (left, right) => Number(left) === Number(right),
  '-ne': (left, right) => Number(left) !== Number(right),
  '-lt': (left, right) => Number(left) < Number(right),
  '-le': (left, right) => Number(left) <= Number(right),
  '-gt': (left, right) => Number(left) > Number(right),
  '-ge': (left, right) => Number(left) >= Number(right),
};

function fileOf({ files, workdir }: Room, word: string): Room['files'][string] | undefined {
  return files[absolutePath(workdir, word)];
}

function isFile(room: Room, word: string): boolean {
  return word !== '' && fileOf(room, word) !== undefined;
}

function isFolder({ files, directories, workdir }: Room, word: string): boolean {
  return word !== '' && isDirectory(files, directories, absolutePath(workdir, word));
}

function isThere(room: Room, word: string): boolean {
  return isFile(room, word) || isFolder(room, word);
}

export const question: Handler = (room, words) => {
  const asked = words.slice(1).filter((word, place, { length }) => !(place === length - 1 && /^\]\]?$/.test(word)));
  const isYes = splitAt(asked, '-o').some((part) => splitAt(part, '-a').every((one) => isTrue(room, one)));
  if (!isYes) throw failed(words, FAILED, '');
};

function splitAt(words: readonly string[], separator: string): readonly (readonly string[])[] {
  const parts: string[][] = [[]];
  for (const word of words) {
    if (word === separator && words.length > 3) parts.push([]);
    else parts.at(-1)?.push(word);
  }
  return parts;
}

function isTrue(room: Room, words: readonly string[]): boolean {
  const negations = words.findIndex((word, place) => word !== '!' || place === words.length - 1);
  const [first = '', second = '', third] = words.slice(Math.max(0, negations));
  return (negations % 2 === 1) !== answer(room, first, second, third, words.length - negations);
}

function answer(room: Room, first: string, second: string, third: string | undefined, count: number): boolean {
  if (count === 1) return first !== '';
  if (third === undefined) return (Object.hasOwn(UNARY, first) && UNARY[first]?.(room, second)) || false;
  return (Object.hasOwn(BINARY, second) && BINARY[second]?.(first, third)) || false;
}
