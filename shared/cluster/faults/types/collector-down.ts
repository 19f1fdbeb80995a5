/** collector-down: a node's log collector stops. Houses go on; their last words are lost with them. */
import { collectorOf, stopCollector } from '../../logging/collector.ts';
import type { FaultDefinition } from '../fault-type.ts';
import { byVillageHead } from '../remedies.ts';

export const collectorDown: FaultDefinition = {
  type: 'collector-down',
  component: 'logging',
  difficulty: 1,
  seenFirstBy: 'kubelet',
  targets: (view) =>
    view
      .keys('Machine')
      .filter((name) => view.get('Machine', name)?.power === 'on' && collectorOf(view, name).state === 'running'),
  begin: (world, target) => {
    stopCollector(world, target);
    return {};
  },
  symptoms: [
    {
      type: 'gauge',
      name: 'collectorDown',
      shows: (view, { target }) => collectorOf(view, target).state !== 'running',
    },
  ],
  harm: (view, { target }) => collectorOf(view, target).state !== 'running',
  remedy: (_view, { target }) => [byVillageHead(target, { verb: 'restartCollector', node: target })],
  healedBy: ['LogCollector', 'Machine'],
  // A machine that is given back takes its collector along.
  isHealed: (view, { target }) =>
    view.get('Machine', target) === undefined || collectorOf(view, target).state === 'running',
};
