/** The front road: through which villages visitors come in. A health check takes a silent one out, after a while. */
import { must } from '../../base/assert.ts';
import { floorDiv } from '../../base/integers.ts';
import type { Machine } from '../../api/world/machine.ts';
import type { ProxyRules } from '../../api/world/network.ts';
import type { View } from '../../store/store.ts';
import { settingsOf } from '../world.ts';
import { rulesInTouch, rulesOf } from './rules.ts';

/** `silent` gates are still in turn although nothing answers there; `none` stands for no gate at all. */
export type Gate =
  | {
      readonly type: 'open';
      readonly rules: ProxyRules;
      /** Empty where it stands for several, whose visitors go the same ways. */
      readonly nodeName: string;
    }
  | { readonly type: 'silent' }
  | { readonly type: 'none' };

/** Gates that treat visitors alike, and how many they are. Those that all share their rules come first. */
export interface GateGroup {
  readonly gate: Gate;
  readonly count: number;
}

export interface GateShare {
  readonly gate: Gate;
  readonly rps: number;
}

/** Costs what is out of touch, not the size of the town. */
export function gatesOf(view: View): readonly GateGroup[] {
  const outOfTouch = view.by('machinesOutOfTouch', '');
  const inTouch: GateGroup = {
    gate: { type: 'open', rules: rulesInTouch(view), nodeName: '' },
    count: view.count('Machine') - outOfTouch.length,
  };
  return [inTouch, ...outOfTouch.flatMap((name) => gateOf(view, must(view.get('Machine', name), name)))];
}

/** One by one, for visitors to whom it matters where they came in. */
export function eachGateOf(view: View): readonly GateGroup[] {
  return view.keys('Machine').flatMap((name) => gateOf(view, must(view.get('Machine', name), name)));
}

function gateOf(view: View, machine: Machine): readonly GateGroup[] {
  if (machine.power === 'on')
    return [{ gate: { type: 'open', rules: rulesOf(view, machine.key), nodeName: machine.key }, count: 1 }];
  // A machine that boots refuses the check at once; one without power leaves it to time out.
  const isSilent = machine.power === 'off' && view.tick < gateClosesTick(view, machine);
  return isSilent ? [{ gate: { type: 'silent' }, count: 1 }] : [];
}

/** When the health check gives a machine up that lost its power. */
export function gateClosesTick(view: View, machine: Machine): number {
  return machine.powerSinceTick + settingsOf(view).gateCheckTicks;
}

/** Each gate in turn gets as many visitors as the next; who is left over goes to the first of them. */
export function shareOverGates(groups: readonly GateGroup[], rps: number): readonly GateShare[] {
  const gates = groups.reduce((sum, { count }) => sum + count, 0);
  if (gates === 0) return [{ gate: { type: 'none' }, rps }];
  const each = floorDiv(rps, gates);
  let left = rps - each * gates;
  return groups.map(({ gate, count }) => {
    const more = Math.min(left, count);
    left -= more;
    return { gate, rps: each * count + more };
  });
}
