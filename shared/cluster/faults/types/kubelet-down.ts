/** kubelet-down: a village head leaves his post. His houses go on; nobody looks after them, and nobody hears of them. */
import { isManaged } from '../../../api/world/machine.ts';
import { stopKubelet } from '../../runtime/failures.ts';
import type { FaultDefinition } from '../fault-type.ts';
import { byVillageHead } from '../remedies.ts';

export const kubeletDown: FaultDefinition = {
  type: 'kubelet-down',
  component: 'node',
  difficulty: 2,
  seenFirstBy: 'controller-manager',
  via: 'world',
  targets: (view) => view.keys('Machine').filter((name) => isManaged(view.get('Machine', name))),
  begin: (world, target) => {
    stopKubelet(world, target);
    return {};
  },
  symptoms: [
    { type: 'condition', kind: 'Node', condition: 'Ready', status: 'Unknown', reason: 'NodeStatusUnknown' },
    { type: 'event', reason: 'NodeNotReady' },
  ],
  // Nobody closes what is to be closed: the town has given its houses up, and they still stand.
  harm: (view, { target }) =>
    view.by('podsByNode', target).some((key) => (view.get('Pod', key)?.metadata.deletionTick ?? null) !== null),
  remedy: (_view, { target }) => [byVillageHead(target, { verb: 'restartKubelet', node: target })],
  healedBy: ['Machine'],
  isHealed: (view, { target }) => {
    const machine = view.get('Machine', target);
    return machine === undefined || (machine.power === 'on' && machine.kubeletDownTick === undefined);
  },
};
