/** When to look again: keys by tick. Derived from deadlines that the objects hold; rebuilt on restore. */
export class DeadlineWheel {
  readonly #due = new Map<number, Map<string, number>>();

  /** With the cause of the object that holds the deadline: what falls due began there. */
  set(tick: number, key: string, cause: number): void {
    let keys = this.#due.get(tick);
    if (!keys) this.#due.set(tick, (keys = new Map()));
    keys.set(key, cause);
  }

  /** Takes out what is due at this tick. Stale entries are harmless: a loop that finds nothing to do does nothing. */
  take(tick: number): Iterable<readonly [key: string, cause: number]> {
    const keys = this.#due.get(tick) ?? [];
    this.#due.delete(tick);
    return keys;
  }
}
