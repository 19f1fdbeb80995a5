/** fault-healing: marks a fault healed once its cause is gone, and not before. */
import { KINDS, type Kind } from '../../api/kinds.ts';
import type { View } from '../../store/store.ts';
import { reflex, type Reflex } from '../loop.ts';
import { isPhysics } from '../processes.ts';
import { FAULTS, FAULT_TYPES, faultNamed } from './catalogue.ts';

const openFaults = (view: View, types: readonly string[]) => types.flatMap((type) => view.by('openFaultsByType', type));

/** A change of a kind wakes the open faults of the types that it may heal. */
function healingWatches(): Reflex['watches'] {
  const watches: Partial<Record<Kind, (change: { readonly key: string }, view: View) => Iterable<string>>> = {};
  for (const kind of KINDS) {
    const types = FAULTS.filter(({ healedBy }) => healedBy.includes(kind)).map(({ type }) => type);
    if (types.length > 0) watches[kind] = (_change, view) => openFaults(view, types);
  }
  return { ...watches, Fault: ({ key }) => [key] };
}

export const faultHealing = reflex({
  name: 'fault-healing',
  process: isPhysics,
  watches: healingWatches(),
  deadlines: {
    Fault: (fault) => {
      const tick = fault.healedTick === null ? faultNamed(fault.type).endTick?.(fault) : undefined;
      return tick === undefined ? [] : [{ tick, key: fault.key }];
    },
  },
  keys: (view) => openFaults(view, FAULT_TYPES),
  run: (world, key) => {
    const fault = world.get('Fault', key);
    if (!fault || fault.healedTick !== null || !faultNamed(fault.type).isHealed(world, fault)) return;
    world.put({ ...fault, healedTick: world.tick });
  },
});
