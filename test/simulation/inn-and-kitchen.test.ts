import { describe, expect, test } from 'vitest';
import { LOSS_REASONS } from '../../shared/api/world/network.ts';
import { queryLogs } from '../../shared/cluster/logging/query-logs.ts';
import { scoreOf } from '../../shared/cluster/score/score.ts';
import { totalsAt } from '../../shared/cluster/traffic/totals.ts';
import type { Scenario } from '../../shared/scenarios/scenario.ts';
import { react, sitDown } from '../support/good-team.ts';
import { firstDifference } from '../support/restored.ts';
import { scenario } from '../support/scenarios.ts';
import { Session } from '../support/session.ts';
import { must } from '../../shared/base/assert.ts';

const STREET = scenario('inn-and-kitchen');
const PLAYER = 'player0001';

function played(street: Scenario, seed: number, isTeam: boolean): Session {
  const session = Session.of(street, seed);
  if (isTeam) sitDown(session, PLAYER, 'auto');
  session.happen({ type: 'phaseChanged', phase: 'running' });
  for (let tick = 0; tick < street.durationTicks; tick += 1) {
    session.tick();
    if (isTeam) react(session, PLAYER);
  }
  return session;
}

const uptimeOf = (session: Session) => scoreOf(session.store).uptimePpm ?? 0;
const lossesOf = (session: Session) => {
  const { store } = session;
  const { lostByReason } = totalsAt(must(store.get('Traffic', 'default/inn'), 'inn'), store.tick);
  return LOSS_REASONS.filter((reason) => (lostByReason[reason] ?? 0) > 0);
};

describe('the inn and its kitchen', () => {
  test('without faults every guest is served; the kitchen or its name missing costs guests of the inn', () => {
    expect(uptimeOf(played({ ...STREET, faults: [] }, 1, false))).toBeGreaterThan(950_000);
    const noKitchen = { ...STREET, faults: [], orders: STREET.orders.filter(({ key }) => key !== 'kitchen') };
    expect(lossesOf(played(noKitchen, 1, false))).toContain('NameNotFound');
    const badKitchen = { ...STREET, faults: STREET.faults.filter(({ type }) => type === 'bad-house') };
    expect(lossesOf(played(badKitchen, 1, false))).toContain('DependencyFailed');
  });

  test.each([1, 2, 3])('autopilots alone lose what a good team saves (seed %i)', (seed) => {
    const alone = uptimeOf(played(STREET, seed, false));
    const session = played(STREET, seed, true);
    expect(uptimeOf(session)).toBeGreaterThan(alone + 200_000);
    expect(uptimeOf(session)).toBeGreaterThan(850_000);
    expect(queryLogs(session.store, { text: 'panic' }).lines.length).toBeGreaterThan(0);
    expect([...session.store.list('Fault')].filter(({ healedTick }) => healedTick === null)).toEqual([]);
  });

  test('CALL-5 DNS-2 LOG-9 restored at every tick it is the same', () => {
    const session = played(STREET, 4, true);
    expect(firstDifference(session, { fromTick: 100, toTick: 260 })).toBeNull();
  });
});
