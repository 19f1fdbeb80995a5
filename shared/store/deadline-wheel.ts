/** When to look again: keys by tick. Derived from deadlines that the objects hold; rebuilt on restore. */
export class DeadlineWheel {
  readonly #due = new Map<number, Set<string>>();

  set(tick: number, key: string): void {
    let keys = this.#due.get(tick);
    if (!keys) this.#due.set(tick, (keys = new Set()));
    keys.add(key);
  }

  /** Takes out what is due at this tick. Stale entries are harmless: a loop that finds nothing to do does nothing. */
  take(tick: number): Iterable<string> {
    const keys = this.#due.get(tick) ?? [];
    this.#due.delete(tick);
    return keys;
  }
}
