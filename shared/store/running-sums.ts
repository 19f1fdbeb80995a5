/**
 * Sums over the objects of a kind, by something they share, kept in step with a store: a write costs what it changes.
 * Derived: made by one look at all objects, when a sum is first asked for.
 */
import type { Kind, KindMap } from '../api/kinds.ts';
import type { Change } from './change.ts';
import type { Store } from './store.ts';

/** What is summed. Amounts are whole numbers, so that what is taken away leaves no trace. */
export interface Summing<K extends Kind, Sum, Amount> {
  readonly kind: K;
  readonly nothing: Sum;
  /** Under which value the object counts; null where it does not. */
  readonly groupOf: (object: KindMap[K]) => string | null;
  readonly amountOf: (store: Store, object: KindMap[K]) => Amount;
  readonly plus: (sum: Sum, more: Amount) => Sum;
  readonly minus: (sum: Sum, less: Amount) => Sum;
}

class RunningSums<K extends Kind, Sum, Amount> {
  readonly #store: Store;
  readonly #summing: Summing<K, Sum, Amount>;
  readonly #sums = new Map<string, Sum>();

  constructor(store: Store, summing: Summing<K, Sum, Amount>) {
    this.#store = store;
    this.#summing = summing;
    for (const object of store.list(summing.kind)) this.#count(object, summing.plus);
    store.listenFirst((change) => this.#follow(change as Change<K>), summing.kind);
  }

  get(group: string): Sum {
    return this.#sums.get(group) ?? this.#summing.nothing;
  }

  #follow({ before, after }: Change<K>): void {
    const { groupOf, amountOf, minus, plus } = this.#summing;
    // A sum that stays is the same object: what was found for it may be kept by its identity.
    if (before && after && groupOf(before) === groupOf(after)) {
      if (amountOf(this.#store, before) === amountOf(this.#store, after)) return;
    }
    if (before) this.#count(before, minus);
    if (after) this.#count(after, plus);
  }

  #count(object: KindMap[K], step: Summing<K, Sum, Amount>['plus']): void {
    const group = this.#summing.groupOf(object);
    if (group !== null) this.#sums.set(group, step(this.get(group), this.#summing.amountOf(this.#store, object)));
  }
}

/** The sums of a store, made when they are first asked for. */
export function runningSums<K extends Kind, Sum, Amount = Sum>(summing: Summing<K, Sum, Amount>) {
  const byStore = new WeakMap<Store, RunningSums<K, Sum, Amount>>();
  return (store: Store, group: string): Sum => {
    let sums = byStore.get(store);
    if (!sums) byStore.set(store, (sums = new RunningSums(store, summing)));
    return sums.get(group);
  };
}
