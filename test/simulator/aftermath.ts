/** After the run: the log alone gives the state again, by every way that there is. */
import { RULES_VERSION } from '../../shared/protocol/version.ts';
import { why } from '../../shared/cluster/causes/why.ts';
import { RecordingPlayer } from '../../shared/recording/player.ts';
import type { Recording } from '../../shared/recording/recording.ts';
import { resultOf } from '../../shared/recording/result.ts';
import { verifyRecording } from '../../shared/recording/verify.ts';
import { Simulation } from '../../shared/session/simulation.ts';
import { describeDifference } from '../../shared/store/snapshot.ts';
import type { Chance } from '../support/chance.ts';
import type { ClassUnderAttack } from './class-under-attack.ts';
import type { Swarm } from './features.ts';
import type { ObservedTeam } from './observed-team.ts';
import { PLANS, unstablePlans } from './plans.ts';

const SEEKS = 3;

export function lookBack(
  team: ObservedTeam,
  { storage, session }: ClassUnderAttack,
  chance: Chance,
  { on }: Swarm,
): void {
  const { id, name, setup } = team.cluster;
  const hash = team.cluster.hash();
  const recording: Recording = {
    head: {
      format: 'podville-recording',
      version: 1,
      rules: RULES_VERSION,
      sessionId: session.id,
      clusterId: id,
      scenarioId: session.scenarioId,
      teamName: name,
      setup,
    },
    log: storage.log(session.id, id),
    hashes: storage.hashes(session.id, id),
    result: resultOf(team.store),
  };
  const verdict = verifyRecording(recording);
  if (!verdict.isTrue) team.tell('SRV-60', `the recording does not come out as recorded: ${JSON.stringify(verdict)}`);
  if (on.has('seeks')) seekAround(team, recording, hash, chance);
  explainAll(team);
  if (team.cluster.hash() !== hash) team.tell('SCHED-31', 'looking at it changed it');
}

/** Any tick at once, forwards and back; a fork goes on as the recording does. */
function seekAround(team: ObservedTeam, recording: Recording, hash: string, chance: Chance): void {
  const player = new RecordingPlayer(recording);
  for (let count = 0; count < SEEKS; count += 1) {
    const to = chance.below(player.lastTick + 1);
    player.seek(to);
    if (player.tick !== to) team.tell('SRV-60', `a seek to ${to} stands at ${player.tick}`);
    const fork = Simulation.open(player.simulation.frame());
    const here = player.simulation.hash();
    fork.apply(1);
    if (player.simulation.hash() !== here) team.tell('STORE-6', 'a fork moved what it was forked from');
  }
  player.seek(player.lastTick);
  if (player.simulation.hash() === hash) return;
  team.tell('SRV-60', `after seeking: ${describeDifference(team.store.frame(), player.simulation.frame())}`);
}

/** Plans can be relied on, and every outage and fault can be explained. */
function explainAll(team: ObservedTeam): void {
  const { store } = team;
  for (const what of unstablePlans(store)) team.tell(PLANS, what);
  for (const key of store.keys('Outage')) {
    if (why(store, key).outage?.key !== key) team.tell('OUT-1', `outage ${key} is not explained`);
  }
}
