/** What it costs when the ledger still works: nobody is left to lose. */
import { isFollowing, membersOf, QUORUM } from '../etcd/members.ts';
import type { View } from '../../store/store.ts';

/** The next member that goes takes the majority with it, or leaves it to a slow disk. */
export function hasNoSpare(view: View): boolean {
  return membersOf(view).filter((member) => isFollowing(member) && member.disk === 'sound').length <= QUORUM;
}
