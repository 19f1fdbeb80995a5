/** etcd's members: who can be reached, who knows the whole ledger, and whether they are enough. */
import { must } from '../../base/assert.ts';
import { ceilDiv } from '../../base/integers.ts';
import type { Etcd, EtcdMember } from '../../api/world/etcd.ts';
import type { View } from '../../store/store.ts';

export const ETCD_MEMBERS = ['etcd-1', 'etcd-2', 'etcd-3'] as const;
/** From a restart until the member answers. Ours. */
export const MEMBER_START_TICKS = 5;
/** Oracle: etcd.quorum, floor(n/2)+1. */
export const QUORUM = Math.floor(ETCD_MEMBERS.length / 2) + 1;
/** A disk that hesitates lets one write through in this many ticks. Ours. */
const SLOW_DISK_TICKS = 5;
/** Oracle: etcd.snapshotCount: a leader keeps no more of the log than this for those who come late. */
const LOG_ENTRIES_KEPT = 10_000;
/** What a leader sends a member that catches up, in a tick. Ours. */
const ENTRIES_PER_TICK = 2000;
const SNAPSHOT_BYTES_PER_TICK = 16 * 1024 * 1024;

export function etcdOf(view: View): Etcd {
  return must(view.get('Etcd', 'etcd'), 'Etcd');
}

export function membersOf(view: View): readonly EtcdMember[] {
  return ETCD_MEMBERS.map((key) => must(view.get('EtcdMember', key), key));
}

export function isReachable({ state, link }: EtcdMember): boolean {
  return state === 'running' && link === 'up';
}

/** It has all that was agreed on, and says yes to what comes next. */
export function isFollowing(member: EtcdMember): boolean {
  return isReachable(member) && member.heldRevision === null;
}

/** It no longer hears what the others agree on. */
export function leftBehind(member: EtcdMember, revision: number): EtcdMember {
  return { ...member, heldRevision: member.heldRevision ?? revision, catchUpTick: null };
}

/** By the leader's log where that reaches back far enough, else by a copy of the whole ledger. */
export function catchUpTicks({ heldRevision }: EtcdMember, revision: number, fileBytes: number): number {
  const behind = Math.max(0, revision - (heldRevision ?? revision));
  if (behind <= LOG_ENTRIES_KEPT) return Math.max(1, ceilDiv(behind, ENTRIES_PER_TICK));
  return MEMBER_START_TICKS + ceilDiv(fileBytes, SNAPSHOT_BYTES_PER_TICK);
}

/** Why the ledger takes no line now; `slow` only until the disk has written. */
export type EtcdTrouble = 'noLeader' | 'timedOut' | 'noSpace' | 'slow';

export function etcdTrouble(view: View): EtcdTrouble | null {
  const { leader, restore, noSpace } = etcdOf(view);
  if (leader === null || restore !== null) return 'noLeader';
  let following = 0;
  let quick = 0;
  let isLed = false;
  for (const key of ETCD_MEMBERS) {
    const member = must(view.get('EtcdMember', key), key);
    if (!isFollowing(member)) continue;
    following += 1;
    if (member.disk === 'sound') quick += 1;
    if (key === leader) isLed = true;
  }
  // Nobody has noticed yet.
  if (following < QUORUM || !isLed) return 'timedOut';
  if (noSpace) return 'noSpace';
  return quick >= QUORUM || view.tick % SLOW_DISK_TICKS === 0 ? null : 'slow';
}
