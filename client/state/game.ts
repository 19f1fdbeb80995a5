/** The game as the panels see it: the connection, what is selected, and the state, at most once a frame. */
import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { Kind } from '../../shared/api/kinds.ts';
import type { Store } from '../../shared/store/store.ts';
import type { Connection } from '../connection/connection.ts';

/** What the viewer looks at: `Pod/default/web-1`, `Node/node-1`, `Landmark/registry`. */
export interface Selection {
  readonly kind: Kind | 'Landmark';
  readonly key: string;
}

/** How things are named for this viewer: with the houses' words first, or with Kubernetes' words first. */
export type Dial = 'houses' | 'kubernetes' | 'yaml';

export class Game {
  readonly connection: Connection;
  readonly selection = signal<Selection | null>(null);
  /** The node whose village head's panel is shown. */
  readonly focusedNode = signal<string | null>(null);
  readonly dial = signal<Dial>('houses');
  /** A new wrapper with each frame that shows something new: the store is the same object while its content changes. */
  readonly #shown: Signal<{ readonly store: Store | null }>;
  #frame = 0;

  constructor(connection: Connection) {
    this.connection = connection;
    this.#shown = signal({ store: connection.store });
    connection.listen(() => this.#touch());
  }

  /** At most once a frame, however many inputs arrive. A hidden page has no frames, so a timer stands in. */
  #touch(): void {
    if (this.#frame !== 0) return;
    const bump = () => {
      this.#frame = 0;
      this.#shown.value = { store: this.connection.store };
    };
    this.#frame = document.hidden ? window.setTimeout(bump, 250) : requestAnimationFrame(bump);
  }

  /** A value read off the state, recomputed when the state changes. */
  read<T>(select: (store: Store) => T, otherwise: T): ReadonlySignal<T> {
    return computed(() => {
      const { store } = this.#shown.value;
      return store === null ? otherwise : select(store);
    });
  }
}
