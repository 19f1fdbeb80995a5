/** A workshop for tests: a real world with the loops of build and registry alone, ticked by the real driver. */
import { must } from '../../shared/base/assert.ts';
import type { Build, Order, Push } from '../../shared/api/world/build.ts';
import { buildLoop } from '../../shared/cluster/build/build-loop.ts';
import { orderLoop } from '../../shared/cluster/build/order-loop.ts';
import { pipelineLoop } from '../../shared/cluster/build/pipeline-loop.ts';
import { pushLoop } from '../../shared/cluster/registry/push-loop.ts';
import { registryLoop } from '../../shared/cluster/registry/registry-loop.ts';
import { Driver } from '../../shared/session/driver.ts';
import { Store } from '../../shared/store/store.ts';
import { act, aWorld, type SetupOptions } from './builders.ts';

const LOOPS = [registryLoop, buildLoop, pushLoop, orderLoop, pipelineLoop];

export class Workshop {
  readonly world: Store;
  readonly #driver: Driver;

  constructor(options: SetupOptions = {}, world: Store = aWorld({ nodes: 1, ...options })) {
    this.world = world;
    this.#driver = new Driver(world, LOOPS);
  }

  /** The same state with everything derived built anew. */
  restored(): Workshop {
    return new Workshop({}, new Store(this.world.frame()));
  }

  ticks(count: number): this {
    for (let tick = 0; tick < count; tick += 1) {
      this.world.tick += 1;
      this.#driver.run();
    }
    return this;
  }

  /** Builds to the end. */
  build(reference: string, dockerfile: string): Build {
    const refusal = act(this.world, { verb: 'build', reference, dockerfile });
    if (refusal) throw new Error(refusal.message);
    const build = must(
      [...this.world.list('Build')].findLast(({ state }) => state === 'running'),
      'running build',
    );
    this.ticks(build.doneTick - this.world.tick);
    return must(this.world.get('Build', build.key), 'build');
  }

  /** Pushes to the end. */
  push(reference: string): Push {
    const refusal = act(this.world, { verb: 'push', reference });
    if (refusal) throw new Error(refusal.message);
    const push = must(
      [...this.world.list('Push')].findLast(({ state }) => state === 'running'),
      'running push',
    );
    this.ticks(push.doneTick - this.world.tick);
    return must(this.world.get('Push', push.key), 'push');
  }

  order(order: Partial<Order> & Pick<Order, 'key'>): Order {
    return this.world.put<Order>({
      kind: 'Order',
      dueTick: this.world.tick,
      dockerfile: null,
      image: '',
      manifests: [],
      deliveredTick: null,
      missingSinceTick: null,
      ...order,
    });
  }
}

export const TEAHOUSE = `# A tea house on a courtyard
FROM courtyard:1.0
RUN carry-stone && cut-wood
COPY teahouse/v1 /srv/
EXPOSE 8080
CMD ["teahouse"]
`;
