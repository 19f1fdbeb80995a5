/** The whole state for a component that shows much of it: drawn anew, at most once a frame, when the state changes. */
import { useMemo } from 'preact/hooks';
import type { Kind, KindMap } from '../../shared/api/kinds.ts';
import { viewOf } from '../../shared/cluster/sight/stale-view.ts';
import type { IndexName } from '../../shared/store/index-table.ts';
import type { Store, View } from '../../shared/store/store.ts';
import type { Game } from '../state/game.ts';

/**
 * One look at the store. The store stays the same object while its content changes, so what is handed from component to
 * component is a new look each time: that is how they know that there is something new to draw.
 */
export class Look implements View {
  readonly store: Store;
  readonly #view: View;

  constructor(store: Store, view: View = store) {
    this.store = store;
    this.#view = view;
  }

  /** As a seat sees it: players share the sight of the process they play. Teacher and projector see the truth. */
  asSeenBy(game: Game, seat: string): Look {
    return game.connection.identity.value.as === 'player' ? new Look(this.store, viewOf(this.store, seat)) : this;
  }

  get tick(): number {
    return this.#view.tick;
  }

  get revision(): number {
    return this.#view.revision;
  }

  get<K extends Kind>(kind: K, key: string): KindMap[K] | undefined {
    return this.#view.get(kind, key);
  }

  list<K extends Kind>(kind: K): Iterable<KindMap[K]> {
    return this.#view.list(kind);
  }

  keys(kind: Kind): readonly string[] {
    return this.#view.keys(kind);
  }

  count(kind: Kind): number {
    return this.#view.count(kind);
  }

  by(index: IndexName, value: string): readonly string[] {
    return this.#view.by(index, value);
  }
}

export function useStore(game: Game): Look | null {
  const look = useMemo(() => game.read<Look | null>((store) => new Look(store), null), [game]);
  return look.value;
}
