/** collector-down: a node's log collector stops. Houses go on; their last words are lost with them. */
import { collectorOf, stopCollector } from '../../logging/collector.ts';
import type { FaultDefinition } from '../fault-type.ts';

export const collectorDown: FaultDefinition = {
  type: 'collector-down',
  seenFirstBy: 'kubelet',
  targets: (view) =>
    view
      .keys('Machine')
      .filter((name) => view.get('Machine', name)?.power === 'on' && collectorOf(view, name).state === 'running'),
  begin: (world, target) => {
    stopCollector(world, target);
    return {};
  },
  healedBy: ['LogCollector', 'Machine'],
  // A machine that is given back takes its collector along.
  isHealed: (view, { target }) =>
    view.get('Machine', target) === undefined || collectorOf(view, target).state === 'running',
};
