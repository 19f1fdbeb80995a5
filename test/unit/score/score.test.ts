import { describe, expect, test } from 'vitest';
import { handShare } from '../../../shared/cluster/score/hand-share.ts';
import { scoreOf } from '../../../shared/cluster/score/score.ts';
import { setDemand } from '../../../shared/cluster/traffic/demand.ts';
import { aSquare, listEndpoints, putHouse } from '../../support/visitors.ts';

const objectives = [
  { service: 'default/hut', targetPpm: 900_000, weight: 3 },
  { service: 'default/inn', targetPpm: 990_000, weight: 1 },
];

describe('score', () => {
  test('SCORE-1 SCORE-2 where nobody came there is no uptime, and it does not count', () => {
    const { world, tick } = aSquare(['hut', 'inn'], { settings: { objectives } });
    tick();
    expect(scoreOf(world)).toMatchObject({
      uptimePpm: undefined,
      offered: 0,
      services: [{ uptimePpm: undefined }, {}],
    });
    setDemand(world, 'default/inn', 1);
    tick(2);
    expect(scoreOf(world)).toMatchObject({ uptimePpm: 0, offered: 1 });
  });

  test('SCORE-2 SCORE-3 SCORE-4 weighted mean, budget left, burn, cost', () => {
    const { world, tick } = aSquare(['hut', 'inn'], { settings: { objectives } });
    putHouse(world, 'a', 'node-1');
    listEndpoints(world, 'hut', [['a', 'node-1']]);
    setDemand(world, 'default/hut', 25);
    setDemand(world, 'default/inn', 10);
    tick(11);
    const score = scoreOf(world);
    expect(score.services).toMatchObject([
      {
        service: 'default/hut',
        served: 200,
        offered: 250,
        uptimePpm: 800_000,
        // A tenth of 250 may be lost, and 50 are: twice the budget, and burning at twice the rate.
        budgetLeftRequests: -25,
        budgetLeftPpm: -1_000_000,
        burnMilli: 2000,
      },
      { service: 'default/inn', served: 0, offered: 100, uptimePpm: 0, budgetLeftRequests: -99 },
    ]);
    expect(score.uptimePpm).toBe(600_000);
    expect(score.costNodeTicks).toBe(33);
  });

  test('SCORE-5 the share by hand counts the time in which somebody connected really held the switch', () => {
    const { world, tick, happen } = aSquare([], { startMode: 'hand', nodes: 1 });
    tick(10);
    expect(handShare(world)).toBe(0);
    happen({ type: 'playerJoined', player: 'player0001', nickname: 'p' });
    happen({ type: 'seatAssigned', seat: 'scheduler', player: 'player0001' });
    tick(10);
    happen({ type: 'playerConnection', player: 'player0001', connected: false });
    tick(20);
    const switches = world.count('LoopSwitch');
    expect(handShare(world)).toBe(Math.floor((10 * 1_000_000) / (40 * switches)));
  });
});
