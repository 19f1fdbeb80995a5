/** node-partition: the road between a village and the town hall is cut. Its houses go on; nobody hears of them. */
import { isInTouch } from '../../../api/world/machine.ts';
import { cutLink } from '../../runtime/failures.ts';
import type { FaultDefinition } from '../fault-type.ts';
import { byVillageHead } from '../remedies.ts';

export const nodePartition: FaultDefinition = {
  type: 'node-partition',
  component: 'node',
  difficulty: 2,
  seenFirstBy: 'controller-manager',
  via: 'world',
  targets: (view) => view.keys('Machine').filter((name) => isInTouch(view.get('Machine', name))),
  begin: (world, target) => {
    cutLink(world, target);
    return {};
  },
  symptoms: [
    { type: 'condition', kind: 'Node', condition: 'Ready', status: 'Unknown' },
    { type: 'event', reason: 'NodeNotReady' },
  ],
  harm: (view, { target }) => view.get('Machine', target)?.link === 'cut',
  remedy: (_view, { target }) => [byVillageHead(target, { verb: 'repairLink', node: target })],
  healedBy: ['Machine'],
  isHealed: (view, { target }) => {
    const machine = view.get('Machine', target);
    return machine === undefined || machine.link === 'up';
  },
};
