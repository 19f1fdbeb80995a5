/** node-partition: the road between a village and the town hall is cut. Its houses go on; nobody hears of them. */
import { isManaged } from '../../../api/world/machine.ts';
import { cutLink } from '../../runtime/failures.ts';
import type { FaultDefinition } from '../fault-type.ts';

export const nodePartition: FaultDefinition = {
  type: 'node-partition',
  seenFirstBy: 'controller-manager',
  targets: (view) => view.keys('Machine').filter((name) => isManaged(view.get('Machine', name))),
  begin: (world, target) => {
    cutLink(world, target);
    return {};
  },
  healedBy: ['Machine'],
  isHealed: (view, { target }) => view.get('Machine', target)?.link === 'up',
};
