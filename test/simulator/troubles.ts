/** What befalls the server itself: it dies and comes back, its disk is full for a while, somebody comes in late. */
import { must } from '../../shared/base/assert.ts';
import type { Chance } from '../support/chance.ts';
import type { ClassUnderAttack } from './class-under-attack.ts';
import type { Swarm } from './features.ts';
import type { ObservedTeam } from './observed-team.ts';
import type { Tally } from './tally.ts';

export interface Troubled {
  readonly chance: Chance;
  readonly swarm: Swarm;
  readonly attacked: ClassUnderAttack;
  readonly tally: Tally;
  /** Those of the session that is open now. */
  readonly teams: () => readonly ObservedTeam[];
  /** Opens the session again from what is stored. */
  readonly open: () => Promise<void>;
}

export async function disturbServer(run: Troubled): Promise<void> {
  const { chance, tally } = run;
  const { on } = run.swarm;
  if (on.has('diskFailures') && chance.percent(2)) await fillDisk(run);
  if (on.has('restarts') && chance.percent(1)) await restart(run);
  if (on.has('mirrors') && chance.percent(3)) {
    tally.totals.mirrors += 1;
    await chance.pick(run.teams()).mirrorAnew();
  }
  if (on.has('snapshots') && chance.percent(5)) chance.pick(run.teams()).twinAnew();
}

/** Nothing moves while it is full; then the session goes on by itself, or a server that was killed does. */
async function fillDisk(run: Troubled): Promise<void> {
  const { attacked, chance, tally } = run;
  const { storage, session } = attacked;
  const before = run.teams().map(({ cluster }) => cluster.hash());
  const standStill = (what: string) =>
    run.teams().forEach((team, index) => {
      if (!team.cluster.isFrozen || team.cluster.hash() !== before[index]) team.tell('SRV-70', what);
    });
  storage.isFull = true;
  session.advance(1);
  standStill('a disk that refused an input did not stop the cluster before it');
  session.command('teacher', chance.pick(session.teams).id, { type: 'setLoopMode', switch: 'builder', mode: 'auto' });
  session.advance(1);
  session.tryStorageAgain();
  standStill('a session went on while its disk was full');
  storage.isFull = false;
  if (chance.percent(40)) return restart(run);
  const { tick } = session;
  session.tryStorageAgain();
  session.advance(1);
  tally.totals.thaws += 1;
  for (const team of run.teams())
    if (team.cluster.isFrozen || (session.phase === 'running' && session.tick !== tick + 1))
      team.tell('SRV-70', 'a disk with room again did not set the session going');
}

async function restart(run: Troubled): Promise<void> {
  const before = run.teams().map(({ cluster, store }) => ({
    hash: cluster.hash(),
    sequence: store.sequence,
    away: store.by('connectedPlayers', '').length,
  }));
  await run.open();
  run.tally.totals.restarts += 1;
  run.teams().forEach((team, index) => {
    const { hash, sequence, away } = must(before[index], team.cluster.id);
    if (team.store.sequence !== sequence + away)
      team.tell('SRV-10', `input ${sequence} was stored, and the rebuilt cluster stands at ${team.store.sequence}`);
    if (away === 0 && team.cluster.hash() !== hash) team.tell('SRV-10', 'the rebuilt state is not the one that was');
  });
  const { players, session } = run.attacked;
  for (const player of players) if (run.chance.percent(80)) session.members.setConnected(player, true, true);
}
