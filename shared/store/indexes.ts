/** Look-ups by something other than the key. Derived from the objects alone: never hashed, rebuilt on restore. */
import { KINDS, type AnyObject, type Kind } from '../api/kinds.ts';
import type { Change } from './change.ts';
import { INDEXES, INDEX_NAMES, listed, NOTHING, type IndexName, type Values } from './index-table.ts';
import { SortedKeys } from './sorted-keys.ts';

function isSame(a: Values, b: Values): boolean {
  if (a === b) return true;
  if (a === null || b === null || typeof a === 'string' || typeof b === 'string') return false;
  return a.length === b.length && a.every((value, index) => value === b[index]);
}

/** Most values have one key: that is its own list. */
type Bucket = readonly [string] | SortedKeys;

class Index {
  readonly #values: (object: AnyObject) => Values;
  readonly #buckets = new Map<string, Bucket>();

  constructor({ values }: { readonly values: unknown }) {
    this.#values = values as (object: AnyObject) => Values;
  }

  lookup(value: string): readonly string[] {
    const bucket = this.#buckets.get(value);
    if (bucket === undefined) return NOTHING;
    return bucket instanceof SortedKeys ? bucket.list() : bucket;
  }

  follow(key: string, objectBefore: AnyObject | undefined, objectAfter: AnyObject | undefined): void {
    const before = objectBefore === undefined ? null : this.#values(objectBefore);
    const after = objectAfter === undefined ? null : this.#values(objectAfter);
    if (isSame(before, after)) return;
    if ((before === null || typeof before === 'string') && (after === null || typeof after === 'string')) {
      if (before !== null) this.#remove(before, key);
      if (after !== null) this.#add(after, key);
      return;
    }
    const [gone, come] = [listed(before), listed(after)];
    // Of many values few change.
    const [was, is] = gone.length > 1 && come.length > 1 ? [new Set(gone), new Set(come)] : [null, null];
    for (const value of gone) if (!is?.has(value)) this.#remove(value, key);
    for (const value of come) if (!was?.has(value)) this.#add(value, key);
  }

  #add(value: string, key: string): void {
    const bucket = this.#buckets.get(value);
    if (bucket === undefined) this.#buckets.set(value, [key]);
    else if (bucket instanceof SortedKeys) bucket.add(key);
    else if (bucket[0] !== key) this.#buckets.set(value, new SortedKeys([bucket[0], key]));
  }

  #remove(value: string, key: string): void {
    const bucket = this.#buckets.get(value);
    if (bucket instanceof SortedKeys) bucket.delete(key);
    if (!(bucket instanceof SortedKeys) || bucket.size === 0) this.#buckets.delete(value);
  }
}

export class Indexes {
  readonly #byName = new Map(INDEX_NAMES.map((name) => [name, new Index(INDEXES[name])]));
  readonly #byKind = Object.fromEntries(
    KINDS.map((kind) => [
      kind,
      INDEX_NAMES.filter((name) => INDEXES[name].kind === kind).map((name) => this.#byName.get(name) as Index),
    ]),
  ) as unknown as Record<Kind, readonly Index[]>;

  /** Keys in code unit order. */
  lookup(name: IndexName, value: string): readonly string[] {
    return this.#byName.get(name)?.lookup(value) ?? NOTHING;
  }

  follow({ kind, key, before, after }: Omit<Change, 'cause'>): void {
    const indexes = this.#byKind[kind];
    // By number: at this place an iterator for each write is felt.
    for (let number = 0; number < indexes.length; number += 1) indexes[number]?.follow(key, before, after);
  }
}
