/** A log played by other loops than ours, or with something done to the state: which rules the attack finds broken. */
import { LOOPS } from '../../shared/cluster/loops.ts';
import type { Loop, Reflex } from '../../shared/cluster/loop.ts';
import type { World } from '../../shared/cluster/world.ts';
import { applyEnvironment } from '../../shared/commands/environment/table.ts';
import { applyCommand } from '../../shared/commands/table.ts';
import { expandLog } from '../../shared/recording/player.ts';
import { Driver } from '../../shared/session/driver.ts';
import { actorOf } from '../../shared/session/simulation.ts';
import type { Store } from '../../shared/store/store.ts';
import { Watch } from '../simulator/checkers/watch.ts';
import { isSettled, type FailingLog } from '../simulator/failing-log.ts';
import { createStore } from '../../shared/session/create.ts';

export type Played = Pick<FailingLog, 'setup' | 'log'>;

export interface Mutant {
  readonly loops: readonly Loop[];
  /** Behind everybody's back, after each tick. */
  readonly meddle?: (store: Store) => void;
}

export function loopNamed(name: string): Loop {
  const loop = LOOPS.find((one) => one.name === name);
  if (!loop) throw new Error(`no loop ${name}`);
  return loop;
}

export const without = (name: string): readonly Loop[] => LOOPS.filter((loop) => loop !== loopNamed(name));

/** The loop does what it does, and then something wrong. */
export function planted(name: string, wrong: (world: World, key: string) => void): readonly Loop[] {
  const loop = loopNamed(name);
  if (loop.type !== 'reflex') throw new Error(`${name} plans, and writes nothing`);
  const bad: Reflex = {
    ...loop,
    run: (world, key) => {
      loop.run(world, key);
      wrong(world, key);
    },
  };
  return LOOPS.map((one) => (one === loop ? bad : one));
}

export function rulesBroken({ setup, log }: Played, { loops, meddle }: Mutant): readonly string[] {
  const store = createStore(setup);
  const driver = new Driver(store, loops);
  const watch = new Watch(store);
  for (const entry of expandLog(log)) {
    if (typeof entry === 'number') {
      store.tick += 1;
      driver.run();
      meddle?.(store);
      watch.afterTick();
    } else if (entry[0] === 'c') applyCommand(store, entry[2], actorOf(entry[1]));
    else applyEnvironment(store, entry[1]);
  }
  if (isSettled(log)) watch.everything();
  return [...new Set(watch.found.map(({ rule }) => rule))];
}
