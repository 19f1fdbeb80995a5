/** etcd-member-down: one keeper of the ledger is away. The other two are a majority: nothing is lost but the spare. */
import { isFollowing, membersOf, QUORUM } from '../../etcd/members.ts';
import { stopComponentNow } from '../../plane/stop.ts';
import { bySteward } from '../remedies.ts';
import type { FaultDefinition } from '../fault-type.ts';
import { hasNoSpare } from '../spare.ts';

export const etcdMemberDown: FaultDefinition = {
  type: 'etcd-member-down',
  component: 'control-plane',
  difficulty: 1,
  seenFirstBy: 'controller-manager',
  via: 'world',
  targets: (view) => {
    const following = membersOf(view).filter(isFollowing);
    return following.length > QUORUM ? following.map(({ key }) => key) : [];
  },
  begin: (world, target) => {
    stopComponentNow(world, target);
    return {};
  },
  symptoms: [
    {
      type: 'gauge',
      name: 'etcdMember',
      shows: (view, { target }) => view.get('EtcdMember', target)?.state !== 'running',
    },
  ],
  harm: hasNoSpare,
  remedy: (_view, { target }) => [bySteward({ verb: 'restartComponent', component: target })],
  healedBy: ['EtcdMember'],
  isHealed: (view, { target }) => view.get('EtcdMember', target)?.state === 'running',
};
