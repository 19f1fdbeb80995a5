/**
 * Texts against patterns, in a time that grows with their lengths alone: a regular expression with many stars would
 * keep the whole town waiting. All states are followed at once. Source: Thompson, Regular Expression Search Algorithm.
 */

/** What a pattern is made of. */
export interface Piece {
  /** `one` character; `many` or none; `directories`: nothing at all, or anything up to a `/`. */
  readonly kind: 'one' | 'many' | 'directories';
  readonly takes: (char: string) => boolean;
}

export const anything = (): boolean => true;

/** Every place, from `start` on, up to which the text matches the whole pattern. */
export function endsOf(
  pieces: readonly Piece[],
  chars: readonly string[],
  { start = 0, beginsAnywhere = false } = {},
): readonly number[] {
  const ends: number[] = [];
  let states = new Set<number>();
  enter(states, pieces, 0);
  for (let at = start; ; at += 1) {
    if (states.has(pieces.length * 2)) ends.push(at);
    const char = chars[at];
    if (char === undefined || states.size === 0) return ends;
    states = after(states, pieces, char);
    if (beginsAnywhere) enter(states, pieces, 0);
  }
}

/** Before a piece, twice its place; inside of directories, one more. Those that may be nothing are passed, too. */
function enter(states: Set<number>, pieces: readonly Piece[], from: number): void {
  for (let place = from; !states.has(place * 2); place += 1) {
    states.add(place * 2);
    if ((pieces[place]?.kind ?? 'one') === 'one') return;
  }
}

function after(states: ReadonlySet<number>, pieces: readonly Piece[], char: string): Set<number> {
  const next = new Set<number>();
  for (const state of states) {
    const place = state >> 1;
    const piece = pieces[place];
    if (!piece?.takes(char)) continue;
    if (piece.kind === 'one') enter(next, pieces, place + 1);
    else if (piece.kind === 'many') enter(next, pieces, place);
    else {
      next.add(place * 2 + 1);
      if (char === '/') enter(next, pieces, place + 1);
    }
  }
  return next;
}
