/** Watches shared/cluster/etcd/SPEC.md: who is enough, who leads, what is kept. */
import { ETCD_MEMBERS, isFollowing, isReachable, membersOf, QUORUM } from '../../../shared/cluster/etcd/members.ts';
import { doorTrouble } from '../../../shared/cluster/plane/door.ts';
import { invariant, unless } from './invariant.ts';
import { lasting } from './lasting.ts';

const BACKUPS_KEPT = 5;

export const etcd = [
  invariant('ETCD-1', {
    *whole(view) {
      if (QUORUM * 2 <= ETCD_MEMBERS.length) yield `${QUORUM} of ${ETCD_MEMBERS.length} are no majority`;
      const following = membersOf(view).filter(isFollowing).length;
      if (following < QUORUM && doorTrouble(view) === null) yield `the ledger takes lines from ${following} members`;
    },
  }),
  invariant('ETCD-2', {
    write: {
      Etcd: (before, after) =>
        unless(
          (after?.term ?? 0) >= (before?.term ?? 0) &&
            (before?.leader === after?.leader || after?.leader === null || after?.term !== before?.term),
          () =>
            `etcd's leader went from ${before?.leader} to ${after?.leader}, its term from ${before?.term} to ${after?.term}`,
        ),
    },
    whole: (view) => {
      const reachable = membersOf(view).filter(isReachable);
      const vault = view.get('Etcd', 'etcd');
      const isIdle = vault?.leader === null && vault.restore === null && vault.electionTick === null;
      const names = isIdle && reachable.length >= QUORUM ? ['etcd'] : [];
      return lasting(view, 'ETCD-2', names).map(() => `${reachable.length} members elect nobody`);
    },
  }),
  invariant('ETCD-3', {
    object: {
      EtcdMember: (member, view) =>
        unless(
          (member.heldRevision ?? 0) <= view.revision && (isReachable(member) || member.heldRevision !== null),
          () => `${member.key} is ${member.state} and ${member.link}, and knows revision ${member.heldRevision}`,
        ),
    },
  }),
  invariant('ETCD-5', {
    write: {
      Etcd: (before, after, view) =>
        unless(
          after !== undefined &&
            after.compactedRevision >= (before?.compactedRevision ?? 0) &&
            after.compactedRevision <= view.revision,
          () => `history was compacted from ${before?.compactedRevision} to ${after?.compactedRevision}`,
        ),
    },
  }),
  invariant('ETCD-7', {
    write: {
      EtcdBackup: (before, after) => unless(!before || !after, () => `backup ${after?.key} was changed`),
    },
    *whole(view) {
      if (view.count('EtcdBackup') > BACKUPS_KEPT) yield `${view.count('EtcdBackup')} backups are kept`;
    },
  }),
];
