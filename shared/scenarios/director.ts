/**
 * The director: what the world does at each tick of a scenario. A pure function of scenario, seed and cluster; its
 * seed never leaves the server, and moves every fault and every visitor a little, so that nobody reads the future.
 */
import { hashText } from '../base/hash.ts';
import { randomBelow } from '../base/random.ts';
import { targetsOf } from '../cluster/faults/begin.ts';
import type { EnvironmentEvent } from '../commands/environment/table.ts';
import type { View } from '../store/store.ts';
import { demandAt } from './demand-profile.ts';
import { ANY_TARGET, type Scenario } from './scenario.ts';

export interface Director {
  /** What goes into the log before the tick that follows `tick`. Nothing while the session is not running. */
  readonly eventsAt: (tick: number, view: View) => readonly EnvironmentEvent[];
}

/** A fault strikes up to this much earlier or later than the script says. */
const FAULT_JITTER_TICKS = 12;
/** How often the number of visitors is drawn anew. */
const DEMAND_EVERY_TICKS = 10;

type ScriptedFault = Scenario['faults'][number] & { readonly name: string };

export function createDirector(scenario: Scenario, seed: number): Director {
  const faults = schedule(scenario, seed);
  return {
    eventsAt: (tick, view) => {
      const clock = view.get('Clock', 'clock');
      if (clock?.phase !== 'running' || clock.startedTick === null) return [];
      const elapsed = tick - clock.startedTick;
      return [
        ...ordersAt(scenario, elapsed, view),
        ...demandChanges(scenario, seed, elapsed, view),
        ...(faults.get(elapsed) ?? []).flatMap((fault) => strike(fault, seed, view)),
      ];
    },
  };
}

/** When each fault of the script strikes in this session. */
function schedule({ faults }: Scenario, seed: number): ReadonlyMap<number, readonly ScriptedFault[]> {
  const byTick = new Map<number, ScriptedFault[]>();
  faults.forEach((fault, index) => {
    const name = `fault/${index}`;
    const jitter = randomBelow(2 * FAULT_JITTER_TICKS + 1, seed, 0, name) - FAULT_JITTER_TICKS;
    const tick = Math.max(0, fault.tick + jitter);
    byTick.set(tick, [...(byTick.get(tick) ?? []), { ...fault, name }]);
  });
  return byTick;
}

/** What the cluster has heard of already is left out: a restarted server says nothing twice. */
function ordersAt({ orders }: Scenario, elapsed: number, view: View): readonly EnvironmentEvent[] {
  return orders
    .filter(({ dueTick, key }) => dueTick === elapsed && !view.get('Order', key))
    .map(({ key, dockerfile, image, manifests }) => ({
      type: 'orderPlaced',
      order: { key, dockerfile, image, manifests },
    }));
}

/** Only what differs from what the cluster knows. */
function demandChanges({ demand }: Scenario, seed: number, elapsed: number, view: View): readonly EnvironmentEvent[] {
  if (elapsed % DEMAND_EVERY_TICKS !== 0) return [];
  return demand.flatMap(({ service, profile }): readonly EnvironmentEvent[] => {
    const rps = demandAt(profile, elapsed, hashText(service, seed));
    return rps === (view.get('Traffic', service)?.demandRps ?? 0) ? [] : [{ type: 'demandChanged', service, rps }];
  });
}

/** A fault that can strike nowhere now is left out. */
function strike({ type, target, name }: ScriptedFault, seed: number, view: View): readonly EnvironmentEvent[] {
  const hasStruck = [...view.list('Fault')].some((fault) => fault.type === type && fault.beganTick === view.tick);
  if (hasStruck) return [];
  const targets = targetsOf(view, type).filter((candidate) => target === ANY_TARGET || candidate === target);
  if (targets.length === 0) return [];
  const chosen = targets[randomBelow(targets.length, seed, view.tick, `${name}/target`)] ?? '';
  return [{ type: 'faultBegan', fault: type, target: chosen }];
}
