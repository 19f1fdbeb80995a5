/** The cluster as a process last saw it: the store, with the objects that have changed since laid over it. */
import type { Kind, KindMap } from '../../api/kinds.ts';
import { byCodeUnit } from '../../base/order.ts';
import { kindOfIndex, type IndexName } from '../../store/index-table.ts';
import type { View } from '../../store/store.ts';
import { isWatchable, keyOfSeen, seenKey, sightOf } from './sight.ts';

/** What a process sees now. Without a Sight of its own it sees everything. */
export function viewOf(view: View, watcher: string | null): View {
  const sight = watcher === null ? undefined : sightOf(view, watcher);
  return sight ? new StaleView(view, sight.key, sight.revision) : view;
}

class StaleView implements View {
  readonly revision: number;
  readonly #live: View;
  readonly #process: string;

  constructor(live: View, watcher: string, revision: number) {
    this.#live = live;
    this.#process = watcher;
    this.revision = revision;
  }

  get tick(): number {
    return this.#live.tick;
  }

  get<K extends Kind>(kind: K, key: string): KindMap[K] | undefined {
    const seen = isWatchable(kind) ? this.#live.get('SeenObject', seenKey(this.#process, kind, key)) : undefined;
    return seen ? ((seen.object ?? undefined) as KindMap[K] | undefined) : this.#live.get(kind, key);
  }

  list<K extends Kind>(kind: K): Iterable<KindMap[K]> {
    if (this.#seen(kind).length === 0) return this.#live.list(kind);
    return this.keys(kind).map((key) => this.get(kind, key) as KindMap[K]);
  }

  keys(kind: Kind): readonly string[] {
    const seen = this.#seen(kind);
    if (seen.length === 0) return this.#live.keys(kind);
    const keys = new Set(this.#live.keys(kind));
    for (const key of seen) {
      if (this.get(kind, key)) keys.add(key);
      else keys.delete(key);
    }
    return [...keys].sort(byCodeUnit);
  }

  count(kind: Kind): number {
    let count = this.#live.count(kind);
    for (const key of this.#seen(kind)) {
      count += Number(this.get(kind, key) !== undefined) - Number(this.#live.get(kind, key) !== undefined);
    }
    return count;
  }

  by(index: IndexName, value: string): readonly string[] {
    const live = this.#live.by(index, value);
    const kind = kindOfIndex(index);
    if (this.#seen(kind).length === 0) return live;
    const kept = live.filter((key) => !this.#live.get('SeenObject', seenKey(this.#process, kind, key)));
    const added = this.#live.by('seenByIndex', `${this.#process}|${index}|${value}`);
    // The same list stands for the same objects: sums are remembered by it.
    if (added.length === 0) return kept.length === live.length ? live : kept;
    return [...kept, ...added.map(keyOfSeen)].sort(byCodeUnit);
  }

  /** Keys of the objects that it sees otherwise than they are. */
  #seen(kind: Kind): readonly string[] {
    if (!isWatchable(kind)) return [];
    return this.#live.by('seenByKind', `${this.#process}|${kind}`).map(keyOfSeen);
  }
}
