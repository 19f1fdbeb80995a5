/** Keys that want reconciling, each once, with the cause that woke it. Handed out in code unit order. */
import { byCodeUnit } from '../base/order.ts';

export class WorkQueue {
  #keys = new Map<string, number>();

  add(key: string, cause: number): void {
    this.#keys.set(key, cause);
  }

  has(key: string): boolean {
    return this.#keys.has(key);
  }

  get size(): number {
    return this.#keys.size;
  }

  drain(): readonly (readonly [key: string, cause: number])[] {
    if (this.#keys.size === 0) return [];
    const drained = [...this.#keys].sort(([a], [b]) => byCodeUnit(a, b));
    this.#keys = new Map();
    return drained;
  }
}
