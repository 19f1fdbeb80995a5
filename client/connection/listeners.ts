/** Who wants to hear of updates. */
import type { Update } from './connection.ts';

export class Listeners {
  readonly #listeners = new Set<(update: Update) => void>();

  add(listener: (update: Update) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(update: Update): void {
    for (const listener of this.#listeners) listener(update);
  }
}

export const RESET: Update = { changes: [], reset: true };
