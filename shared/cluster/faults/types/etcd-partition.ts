/** etcd-partition: the road to one keeper of the ledger is cut. If it led, the others elect another. */
import { must } from '../../../base/assert.ts';
import { isFollowing, leftBehind, membersOf, QUORUM } from '../../etcd/members.ts';
import { bySteward } from '../remedies.ts';
import type { FaultDefinition } from '../fault-type.ts';
import { hasNoSpare } from '../spare.ts';

export const etcdPartition: FaultDefinition = {
  type: 'etcd-partition',
  component: 'control-plane',
  difficulty: 2,
  seenFirstBy: 'controller-manager',
  via: 'world',
  targets: (view) => {
    const following = membersOf(view).filter(isFollowing);
    return following.length > QUORUM ? following.map(({ key }) => key) : [];
  },
  begin: (world, target) => {
    const member = must(world.get('EtcdMember', target), target);
    world.put({ ...leftBehind(member, world.revision), link: 'cut' });
    return {};
  },
  symptoms: [
    { type: 'gauge', name: 'etcdMember', shows: (view, { target }) => view.get('EtcdMember', target)?.link === 'cut' },
  ],
  harm: hasNoSpare,
  remedy: (_view, { target }) => [bySteward({ verb: 'repairEtcdMember', member: target })],
  healedBy: ['EtcdMember'],
  isHealed: (view, { target }) => view.get('EtcdMember', target)?.link === 'up',
};
