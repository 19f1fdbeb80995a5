/** Something that belongs to no pod eats a node's disk, memory or processes. Sending pods away does not end it; sweeping does. */
import { floorDiv } from '../../base/integers.ts';
import type { PressureType } from '../../api/world/kubelet-state.ts';
import { NO_STRAY, type Stray } from '../../api/world/machine.ts';
import { notFound } from '../../api/status.ts';
import type { View } from '../../store/store.ts';
import { SIGNALS } from '../kubelet/eviction/signals.ts';
import { amountOf } from '../kubelet/eviction/thresholds.ts';
import { thresholdsOf } from '../kubelet/eviction/observe.ts';
import { resourcesOf, type NodeResources } from '../runtime/node-resources.ts';
import { valueAt } from '../runtime/usage.ts';
import type { FaultDefinition } from './fault-type.ts';
import { byVillageHead } from './remedies.ts';

export function strayFault(
  type: string,
  condition: PressureType,
  resource: keyof NodeResources,
  difficulty: 1 | 2 | 3,
): FaultDefinition {
  return {
    type,
    component: 'node',
    difficulty,
    seenFirstBy: 'kubelet',
    via: 'world',
    targets: (view) =>
      view.keys('Machine').filter((node) => {
        const machine = view.get('Machine', node);
        return machine?.power === 'on' && strayOf(view, node)[resource] === 0 && (amountFor(view, node) ?? 0) > 0;
      }),
    begin: (world, target) => {
      const machine = world.get('Machine', target);
      const amount = amountFor(world, target);
      if (!machine || amount === undefined) return notFound('nodes', target);
      world.put({ ...machine, stray: { ...strayOf(world, target), [resource]: amount } });
      return { amount };
    },
    symptoms: [
      { type: 'condition', kind: 'Node', condition, status: 'True' },
      { type: 'event', reason: 'Evicted' },
    ],
    harm: 'visitors',
    remedy: (_view, { target }) => [byVillageHead(target, { verb: 'sweepNode', node: target })],
    healedBy: ['Machine'],
    isHealed: (view, { target }) => strayOf(view, target)[resource] === 0,
  };

  /** So much that half of what its kubelet wants left is left; undefined where it does not look. */
  function amountFor(view: View, node: string): number | undefined {
    const here = resourcesOf(view, node)?.[resource];
    const wanted = thresholdsOf(view, node)
      .filter(({ signal }) => SIGNALS[signal].condition === condition)
      .map(({ value }) => amountOf(value, here?.capacity ?? 0));
    if (!here || wanted.length === 0) return undefined;
    // Memory that is short is taken from those who run; of the rest it takes what others thought was theirs.
    const taken = resource === 'memory' ? valueAt(here.used, view.tick) : 0;
    return here.capacity - taken - floorDiv(Math.min(...wanted), 2);
  }
}

function strayOf(view: View, node: string): Stray {
  return view.get('Machine', node)?.stray ?? NO_STRAY;
}
