/** A whole town for tests of the registry keeper: every loop, a road of 1 MiB a tick, and houses made to measure. */
import { LOOPS } from '../../shared/cluster/loops.ts';
import { Driver } from '../../shared/session/driver.ts';
import { Store } from '../../shared/store/store.ts';
import { MIB } from '../../shared/base/integers.ts';
import { aWorld, type SetupOptions } from './builders.ts';

export class Town {
  readonly world: Store;
  readonly #driver: Driver;

  constructor(options: SetupOptions = {}, world?: Store) {
    const settings = { nodeBandwidthBytesPerTick: MIB, ...options.settings };
    this.world = world ?? aWorld({ nodes: 1, ...options, settings });
    this.#driver = new Driver(this.world, LOOPS);
  }

  ticks(count: number): this {
    for (let tick = 0; tick < count; tick += 1) {
      this.world.tick += 1;
      this.#driver.run();
    }
    return this;
  }

  restored(): Town {
    return new Town({}, new Store(this.world.frame()));
  }

  /** Messages of all events with that reason, repeats once. */
  messages(reason: string): readonly string[] {
    return [...this.world.list('Event')].filter((event) => event.reason === reason).map(({ message }) => message);
  }
}
