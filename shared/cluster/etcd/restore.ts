/** A restore: all members are stopped, their disks are filled from one backup, and they start as a new cluster. */
import { must } from '../../base/assert.ts';
import type { World } from '../world.ts';
import { putBack, takeBackup } from './backups.ts';
import { etcdOf, isReachable, membersOf, QUORUM } from './members.ts';
import { bytesInUse } from './size.ts';

/** Ours: longer than the town hall's leaders hold out. */
export const RESTORE_TICKS = 15;

export function beginRestore(world: World, backup: string): void {
  world.put({
    ...etcdOf(world),
    leader: null,
    electionTick: null,
    restore: { backup, doneTick: world.tick + RESTORE_TICKS },
  });
}

export function finishRestore(world: World): void {
  const { restore } = etcdOf(world);
  const backup = must(world.get('EtcdBackup', must(restore, 'restore').backup), 'backup');
  // The old data directory is kept: whoever restored the wrong one can go back.
  takeBackup(world, 'restore');
  putBack(world, backup);
  for (const member of membersOf(world)) {
    const isThere = member.link === 'up';
    world.put({
      ...member,
      state: 'running',
      sinceTick: world.tick,
      startDoneTick: null,
      heldRevision: isThere ? null : 0,
      catchUpTick: null,
    });
  }
  const etcd = etcdOf(world);
  const voters = membersOf(world).filter(isReachable);
  world.put({
    ...etcd,
    leader: voters.length < QUORUM ? null : (voters[0]?.key ?? null),
    term: etcd.term + 1,
    compactedRevision: world.revision,
    compactMark: world.revision,
    junk: null,
    noSpace: false,
    restore: null,
  });
  world.put({ ...etcdOf(world), fileBytes: bytesInUse(world) });
}
