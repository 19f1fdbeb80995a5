/** A seeded stream of choices for tests that play at random. The simulation itself has no stream. */
import { must } from '../../shared/base/assert.ts';
import { randomBelow } from '../../shared/base/random.ts';

export class Chance {
  readonly #seed: number;
  #drawn = 0;

  constructor(seed: number) {
    this.#seed = seed;
  }

  below(bound: number): number {
    this.#drawn += 1;
    return randomBelow(bound, this.#seed, this.#drawn, 'chance');
  }

  /** True in `percent` of all cases. */
  percent(percent: number): boolean {
    return this.below(100) < percent;
  }

  pick<T>(items: readonly T[]): T {
    return must(items[this.below(items.length)], 'an item to pick');
  }

  /** Undefined where there is nothing to pick from. */
  maybe<T>(items: readonly T[]): T | undefined {
    return items.length === 0 ? undefined : this.pick(items);
  }
}
