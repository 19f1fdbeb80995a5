/** etcd-slow-disk: the disk of one keeper hesitates. It cannot lead; where the majority needs it, every line waits. */
import { must } from '../../../base/assert.ts';
import { membersOf } from '../../etcd/members.ts';
import { bySteward } from '../remedies.ts';
import type { FaultDefinition } from '../fault-type.ts';
import { hasNoSpare } from '../spare.ts';

export const etcdSlowDisk: FaultDefinition = {
  type: 'etcd-slow-disk',
  component: 'control-plane',
  difficulty: 2,
  seenFirstBy: 'controller-manager',
  via: 'world',
  targets: (view) =>
    membersOf(view)
      .filter(({ disk, state }) => disk === 'sound' && state === 'running')
      .map(({ key }) => key),
  begin: (world, target) => {
    world.put({ ...must(world.get('EtcdMember', target), target), disk: 'slow' });
    return {};
  },
  symptoms: [
    { type: 'gauge', name: 'etcdMember', shows: (view, { target }) => view.get('EtcdMember', target)?.disk === 'slow' },
  ],
  harm: hasNoSpare,
  remedy: (_view, { target }) => [bySteward({ verb: 'repairEtcdMember', member: target })],
  healedBy: ['EtcdMember'],
  isHealed: (view, { target }) => view.get('EtcdMember', target)?.disk === 'sound',
};
