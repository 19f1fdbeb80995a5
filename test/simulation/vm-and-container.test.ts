import { describe, expect, test } from 'vitest';
import { containersOn, tallyOf, vmsOn } from '../../shared/cluster/hosts/race.ts';
import { scoreOf } from '../../shared/cluster/score/score.ts';
import { react, sitDown } from '../support/good-team.ts';
import { firstDifference } from '../support/restored.ts';
import { scenario } from '../support/scenarios.ts';
import { Session } from '../support/session.ts';

const RACE = scenario('vm-and-container');
const PLAYER = 'player0001';

/** Twelve of each on two plots that are alike. */
function raced(seed: number, ticks: number): Session {
  const session = Session.of(RACE, seed);
  sitDown(session, PLAYER, 'auto');
  session.happen({ type: 'phaseChanged', phase: 'running' });
  const tenants = { image: 'stall:1.0', count: 12 };
  session.verb(PLAYER, { verb: 'startVm', host: 'plot-1', ...tenants });
  session.verb(PLAYER, { verb: 'runContainer', host: 'plot-2', ...tenants });
  session.verb(PLAYER, { verb: 'addNode' });
  for (let tick = 0; tick < ticks; tick += 1) {
    session.tick();
    react(session, PLAYER);
    // The second village is up: half of the houses go there.
    if (tick === 110) session.verb(PLAYER, { verb: 'scale', deployment: 'default/guesthouse', replicas: 6 });
  }
  return session;
}

const vms = ({ store }: Session) => tallyOf(vmsOn(store, 'plot-1'));
const containers = ({ store }: Session) => tallyOf(containersOn(store, 'plot-2'));

describe('a town within a plot', () => {
  test('VM-4 VM-6 VM-7 the race: seconds against minutes, twelve against six, and one kernel against six', () => {
    const early = raced(1, 10);
    expect(containers(early)).toMatchObject({ running: 12, all: 12 });
    expect(vms(early)).toMatchObject({ running: 0, all: 6 });
    const later = raced(1, 240);
    expect(vms(later).running).toBe(6);
    expect(vms(later).firstTicks ?? 0).toBeGreaterThan(60);
    const struck = raced(1, 240);
    let [fewestVms, fewestContainers] = [6, 12];
    for (let tick = 240; tick < 440; tick += 1) {
      struck.tick();
      react(struck, PLAYER);
      fewestVms = Math.min(fewestVms, vms(struck).running);
      fewestContainers = Math.min(fewestContainers, containers(struck).running);
    }
    expect([fewestVms, fewestContainers]).toEqual([5, 0]);
  });

  test.each([1, 2, 3])('the lesson can be won: whoever removes the causes serves most visitors (seed %i)', (seed) => {
    const session = raced(seed, RACE.durationTicks);
    expect(scoreOf(session.store).uptimePpm ?? 0).toBeGreaterThan(700_000);
    expect([...session.store.list('Fault')].filter(({ healedTick }) => healedTick === null)).toEqual([]);
  });

  test('VM-8 restored at every tick it is the same', () => {
    expect(firstDifference(raced(2, 330), { fromTick: 180 })).toBeNull();
  });
});
