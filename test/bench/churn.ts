/** What a town is put through while it is measured: nothing, the tear-down of pods, or roll-outs and crashes without end. */
import { must } from '../../shared/base/assert.ts';
import type { Simulation } from '../../shared/session/simulation.ts';

/** Done before each tick. */
export type Load = (simulation: Simulation, tick: number) => void;

export const rest: Load = () => undefined;

/** One pod in a hundred is torn down each tick. */
const TEARDOWN_PERCENT = 1;

export const tearDown: Load = (simulation, tick) => {
  const keys = simulation.store.keys('Pod');
  const perTick = Math.ceil((keys.length * TEARDOWN_PERCENT) / 100);
  for (let count = 0; count < perTick; count += 1) {
    const key = keys[(tick * 7919 + count * 104_729) % keys.length];
    if (key)
      simulation.apply([
        'c',
        'teacher',
        { type: 'verb', verb: { verb: 'delete', kind: 'Pod', key, gracePeriodSeconds: 1 } },
      ]);
  }
};

/** Two deployments in a hundred get a new image each tick, and roll it out by quarters. */
const ROLLOUT_PERCENT = 2;
const IMAGES = ['hut:1.0', 'courtyard:1.0'] as const;
/** Every so many ticks a node crashes; halfway to the next it is started again. */
const CRASH_EVERY_TICKS = 20;

export const fullChurn: Load = (simulation, tick) => {
  const { store } = simulation;
  const deployments = store.keys('Deployment');
  const perTick = Math.ceil((deployments.length * ROLLOUT_PERCENT) / 100);
  for (let count = 0; count < perTick; count += 1) {
    const key = must(deployments[(tick * perTick + count) % deployments.length], 'a deployment');
    const { name, image: before } = must(store.get('Deployment', key)?.spec.template.spec.containers[0], key);
    const image = before === IMAGES[0] ? IMAGES[1] : IMAGES[0];
    simulation.apply([
      'c',
      'teacher',
      { type: 'verb', verb: { verb: 'setImage', deployment: key, container: name, image } },
    ]);
  }
  const nodes = store.keys('Node');
  const node = must(nodes[Math.floor(tick / CRASH_EVERY_TICKS) % nodes.length], 'a node');
  if (tick % CRASH_EVERY_TICKS === 0)
    simulation.apply(['e', { type: 'faultBegan', fault: 'node-crash', target: node }]);
  if (tick % CRASH_EVERY_TICKS === CRASH_EVERY_TICKS / 2)
    simulation.apply(['c', 'teacher', { type: 'verb', verb: { verb: 'reboot', node } }]);
};

export function play(simulation: Simulation, load: Load, ticks: number): void {
  for (let tick = 0; tick < ticks; tick += 1) {
    load(simulation, tick);
    simulation.apply(1);
    simulation.drainChanges();
  }
}
