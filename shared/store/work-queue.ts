/** Keys that want reconciling, each once, with the cause that woke it. Handed out in code unit order. */
import { byCodeUnit } from '../base/order.ts';

const byKey = (a: readonly [string, number], b: readonly [string, number]): number => byCodeUnit(a[0], b[0]);

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
    const keys = this.#keys;
    this.#keys = new Map();
    return [...keys].sort(byKey);
  }
}
