/** Reflexes of etcd: each member starts and catches up; together they elect, measure, compact, copy and come back. */
import { must } from '../../base/assert.ts';
import type { EtcdMember } from '../../api/world/etcd.ts';
import { reflex, type Deadline } from '../loop.ts';
import { isPhysics } from '../processes.ts';
import { settingsOf, type World } from '../world.ts';
import { takeBackup } from './backups.ts';
import { compact } from './compaction.ts';
import { holdElection } from './elections.ts';
import { catchUpTicks, ETCD_MEMBERS, etcdOf, etcdTrouble, isReachable } from './members.ts';
import { finishRestore } from './restore.ts';
import { measure } from './size.ts';

const KEYS = ['etcd'];

const due = (key: string, ticks: readonly (number | null | undefined)[]): readonly Deadline[] =>
  ticks.flatMap((tick) => (typeof tick === 'number' ? [{ tick, key }] : []));

export const etcdMembers = reflex({
  name: 'etcd-members',
  process: isPhysics,
  watches: { EtcdMember: ({ key }) => [key], Etcd: () => ETCD_MEMBERS },
  deadlines: { EtcdMember: ({ key, startDoneTick, catchUpTick }) => due(key, [startDoneTick, catchUpTick]) },
  keys: (view) => view.keys('EtcdMember'),
  run: (world, key) => {
    const started = afterStart(world, must(world.get('EtcdMember', key), key));
    world.put(afterCatchUp(world, started));
  },
});

function afterStart({ tick }: World, member: EtcdMember): EtcdMember {
  if (member.startDoneTick === null || member.startDoneTick > tick) return member;
  return { ...member, state: 'running', sinceTick: tick, startDoneTick: null };
}

/** Only a leader can tell what was missed. */
function afterCatchUp(world: World, member: EtcdMember): EtcdMember {
  const { leader, fileBytes } = etcdOf(world);
  if (!isReachable(member) || member.heldRevision === null || leader === null) return member;
  if (member.catchUpTick === null) {
    return { ...member, catchUpTick: world.tick + catchUpTicks(member, world.revision, fileBytes) };
  }
  return world.tick < member.catchUpTick ? member : { ...member, heldRevision: null, catchUpTick: null };
}

export const etcd = reflex({
  name: 'etcd',
  process: isPhysics,
  watches: { EtcdMember: () => KEYS, Etcd: () => KEYS },
  deadlines: {
    Etcd: ({ key, electionTick, measureTick, compactTick, nextBackupTick, restore }) =>
      due(key, [electionTick, measureTick, compactTick, nextBackupTick, restore?.doneTick]),
  },
  keys: () => KEYS,
  run: (world) => {
    const { restore } = etcdOf(world);
    if (restore === null) holdElection(world);
    else if (restore.doneTick <= world.tick) finishRestore(world);
    if (etcdOf(world).measureTick <= world.tick) measure(world);
    if (etcdOf(world).compactTick <= world.tick) compact(world);
    const { nextBackupTick } = etcdOf(world);
    if (nextBackupTick !== null && nextBackupTick <= world.tick) copyOnSchedule(world);
  },
});

function copyOnSchedule(world: World): void {
  const trouble = etcdTrouble(world);
  if (trouble === null || trouble === 'noSpace') takeBackup(world, 'schedule');
  const { etcdBackupEveryTicks } = settingsOf(world).plane;
  const nextBackupTick = etcdBackupEveryTicks === null ? null : world.tick + etcdBackupEveryTicks;
  world.put({ ...etcdOf(world), nextBackupTick });
}
