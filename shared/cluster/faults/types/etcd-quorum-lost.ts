/** etcd-quorum-lost: two keepers of the ledger are away. No line is written any more; what stands goes on. */
import { ETCD_MEMBERS, isFollowing, membersOf } from '../../etcd/members.ts';
import { stopComponentNow } from '../../plane/stop.ts';
import { isReachable } from '../../plane/door.ts';
import { bySteward } from '../remedies.ts';
import type { FaultDefinition } from '../fault-type.ts';

export const etcdQuorumLost: FaultDefinition = {
  type: 'etcd-quorum-lost',
  component: 'control-plane',
  difficulty: 1,
  seenFirstBy: 'controller-manager',
  via: 'world',
  targets: (view) => (membersOf(view).every(isFollowing) ? [''] : []),
  begin: (world) => {
    const [first, second] = ETCD_MEMBERS;
    stopComponentNow(world, first);
    stopComponentNow(world, second);
    return { first, second };
  },
  symptoms: [{ type: 'gauge', name: 'etcdNoQuorum', shows: (view) => !isReachable(view) }],
  harm: (view) => !isReachable(view),
  remedy: (_view, { memory }) =>
    [memory['first'], memory['second']].map((key) => bySteward({ verb: 'restartComponent', component: String(key) })),
  healedBy: ['EtcdMember'],
  isHealed: (view, { memory }) =>
    [memory['first'], memory['second']].every((key) => view.get('EtcdMember', String(key))?.state === 'running'),
};
