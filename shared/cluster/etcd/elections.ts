/** Elections: who leads etcd. Heartbeats are no state; that they stopped is seen in the members. */
import type { Etcd, EtcdMember } from '../../api/world/etcd.ts';
import { must } from '../../base/assert.ts';
import { recordWorldEvent } from '../api-server/events.ts';
import { draw, type World } from '../world.ts';
import { etcdOf, isFollowing, isReachable, membersOf, QUORUM } from './members.ts';

/** Oracle: etcd.electionTimeoutMs is 1000; each member waits one to two of them. */
const ELECTION_TICKS = 1;

export function holdElection(world: World): void {
  const etcd = etcdOf(world);
  const voters = membersOf(world).filter(isReachable);
  if (etcd.leader !== null && isLeading(etcd, voters)) return;
  if (voters.length < QUORUM) {
    world.put({ ...etcd, leader: null, electionTick: null });
    return;
  }
  if (etcd.electionTick === null) {
    const electionTick = world.tick + ELECTION_TICKS + draw(world, ELECTION_TICKS + 1, 'etcd/election');
    world.put({ ...etcd, leader: null, electionTick });
    return;
  }
  if (world.tick >= etcd.electionTick) lead(world, etcd, chosen(world, voters));
}

/** A leader with a slow disk misses its heartbeats: one with a sound disk takes its place. */
function isLeading({ leader }: Etcd, voters: readonly EtcdMember[]): boolean {
  const member = voters.find(({ key }) => key === leader);
  if (!member || voters.length < QUORUM) return false;
  return member.disk === 'sound' || !voters.some((other) => isFollowing(other) && other.disk === 'sound');
}

/** Nobody votes for one who knows less than they do. */
function chosen(world: World, voters: readonly EtcdMember[]): EtcdMember {
  const known = ({ heldRevision }: EtcdMember) => heldRevision ?? Number.MAX_SAFE_INTEGER;
  const most = Math.max(...voters.map(known));
  const knowing = voters.filter((member) => known(member) === most);
  const quick = knowing.filter(({ disk }) => disk === 'sound');
  const standing = quick.length > 0 ? quick : knowing;
  return must(standing[draw(world, standing.length, 'etcd/vote')], 'candidate');
}

/** Whoever knows as much as the new leader follows at once. */
function lead(world: World, etcd: Etcd, leader: EtcdMember): void {
  for (const member of membersOf(world)) {
    const isEqual = isReachable(member) && member.heldRevision === leader.heldRevision;
    if (isEqual) world.put({ ...member, heldRevision: null, catchUpTick: null });
  }
  world.put({ ...etcd, leader: leader.key, term: etcd.term + 1, electionTick: null });
  const details = { member: leader.key, term: etcd.term + 1 };
  const message = `${leader.key} became leader at term ${etcd.term + 1}`;
  const member = must(world.get('EtcdMember', leader.key), leader.key);
  recordWorldEvent(world, 'EtcdMember', member, {
    type: 'Normal',
    reason: 'EtcdLeaderElected',
    message,
    details,
    source: 'etcd',
  });
}
