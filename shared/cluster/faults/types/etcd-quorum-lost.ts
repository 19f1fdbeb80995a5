/** etcd-quorum-lost: two keepers of the ledger are away. No line is written any more; what stands goes on. */
import { ETCD_MEMBERS, isFollowing, membersOf } from '../../etcd/members.ts';
import { stopComponentNow } from '../../plane/stop.ts';
import type { FaultDefinition } from '../fault-type.ts';

export const etcdQuorumLost: FaultDefinition = {
  type: 'etcd-quorum-lost',
  seenFirstBy: 'controller-manager',
  targets: (view) => (membersOf(view).every(isFollowing) ? [''] : []),
  begin: (world) => {
    const [first, second] = ETCD_MEMBERS;
    stopComponentNow(world, first);
    stopComponentNow(world, second);
    return { first, second };
  },
  healedBy: ['EtcdMember'],
  isHealed: (view, { memory }) =>
    [memory['first'], memory['second']].every((key) => view.get('EtcdMember', String(key))?.state === 'running'),
};
