/**
 * Keys that want reconciling, each once, with the cause that woke it. A round hands them out in code unit order; who is
 * woken by an earlier key has its turn in the same round, as in a restored run, in which everybody has one.
 */
import { byCodeUnit } from '../base/order.ts';

type Entry = readonly [key: string, cause: number];

const byKey = (a: Entry, b: Entry): number => byCodeUnit(a[0], b[0]);

export class WorkQueue {
  /** For the next round. */
  #keys = new Map<string, number>();
  /** Of this round, in order; from `#next` on they are still to come. */
  #round: Entry[] = [];
  #next = 0;
  /** Whose turn it is; null between rounds. */
  #turn: string | null = null;

  add(key: string, cause: number): void {
    if (this.#turn === null || key <= this.#turn) {
      this.#keys.set(key, cause);
      return;
    }
    const place = this.#placeOf(key);
    if (this.#round[place]?.[0] !== key) this.#round.splice(place, 0, [key, cause]);
  }

  /** Whether it is going to have a turn. */
  has(key: string): boolean {
    if (this.#keys.has(key)) return true;
    return this.#turn !== null && key > this.#turn && this.#round[this.#placeOf(key)]?.[0] === key;
  }

  /** The next in turn; undefined at the end of the round. */
  take(): Entry | undefined {
    if (this.#turn === null) {
      if (this.#keys.size === 0) return undefined;
      this.#round = [...this.#keys].sort(byKey);
      this.#keys = new Map();
      this.#next = 0;
    }
    const entry = this.#round[this.#next];
    this.#turn = entry?.[0] ?? null;
    if (entry) this.#next += 1;
    else this.#round = [];
    return entry;
  }

  /** Where a key stands among those to come, or would. */
  #placeOf(key: string): number {
    let [low, high] = [this.#next, this.#round.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const there = this.#round[middle]?.[0];
      if (there !== undefined && there < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
