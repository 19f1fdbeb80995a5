/**
 * A set of keys that is read in code unit order. The list is made when it is first asked for, and mended from then on:
 * a key that comes or goes costs a search and a copy, not a sort. Each change gives a new list, so that what was found
 * for one may be kept by its identity.
 */
import { byCodeUnit } from '../base/order.ts';

/** From so many changes on between two readings, the list is sorted anew. */
const MOST_MENDED = 64;

/** The order alone, for a set of keys that somebody else holds and tells of. */
export class KeyOrder {
  /** As it was when last read; null before that, and after too many changes. */
  #list: readonly string[] | null = null;
  /** Keys that came or went since then, each with whether it is there now. */
  #changed: Map<string, boolean> | null = null;

  /** It has come, or gone. */
  note(key: string, isThere: boolean): void {
    if (this.#list === null) return;
    this.#changed ??= new Map();
    this.#changed.set(key, isThere);
    if (this.#changed.size <= MOST_MENDED) return;
    this.#list = null;
    this.#changed = null;
  }

  list(all: Iterable<string>): readonly string[] {
    if (this.#list === null) this.#list = [...all].sort(byCodeUnit);
    else if (this.#changed !== null) this.#list = mended(this.#list, this.#changed);
    this.#changed = null;
    return this.#list;
  }
}

export class SortedKeys {
  readonly #keys: Set<string>;
  readonly #order = new KeyOrder();

  constructor(keys: readonly string[] = []) {
    this.#keys = new Set(keys);
  }

  get size(): number {
    return this.#keys.size;
  }

  add(key: string): void {
    if (this.#keys.has(key)) return;
    this.#keys.add(key);
    this.#order.note(key, true);
  }

  delete(key: string): void {
    if (this.#keys.delete(key)) this.#order.note(key, false);
  }

  list(): readonly string[] {
    return this.#order.list(this.#keys);
  }
}

function mended(list: readonly string[], changed: ReadonlyMap<string, boolean>): readonly string[] {
  const result: string[] = [];
  let from = 0;
  for (const key of [...changed.keys()].sort(byCodeUnit)) {
    const at = placeOf(list, key, from);
    for (let index = from; index < at; index += 1) result.push(list[index] as string);
    if (changed.get(key) === true) result.push(key);
    from = list[at] === key ? at + 1 : at;
  }
  for (let index = from; index < list.length; index += 1) result.push(list[index] as string);
  return result;
}

/** Where the key stands, or would stand. */
function placeOf(list: readonly string[], key: string, from: number): number {
  let low = from;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] as string) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
