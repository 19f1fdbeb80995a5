/** The podium: who stands where, and a town's best and worst time. */
import { describe, expect, test } from 'vitest';
import { momentsOf } from '../../../client/pages/podium/moments.ts';
import { rankingOf } from '../../../client/pages/podium/ranking.ts';
import type { Outage } from '../../../shared/api/world/network.ts';
import { aWorld } from '../../support/builders.ts';

const outage = (service: string, beganTick: number, endedTick: number | null): Outage => ({
  kind: 'Outage',
  key: `default/${service}@${beganTick}`,
  serviceKey: `default/${service}`,
  beganTick,
  endedTick,
  firstReason: 'NoEndpoints',
  quietSinceTick: null,
  lostBefore: 0,
  lost: null,
});

function aSession(...outages: readonly Outage[]) {
  const world = aWorld();
  world.put({ kind: 'Clock', key: 'clock', phase: 'ended', startedTick: 10, endedTick: 210 });
  for (const one of outages) world.put(one);
  return world;
}

describe('ranking', () => {
  test('PANEL-34 equal uptimes share a place, and who served nobody has none', () => {
    const teams = [
      { id: 'a', uptimePpm: 900_000 },
      { id: 'b', uptimePpm: undefined },
      { id: 'c', uptimePpm: 950_000 },
      { id: 'd', uptimePpm: 900_000 },
      { id: 'e', uptimePpm: 0 },
    ];
    expect(rankingOf(teams).map(({ team, place }) => [team.id, place])).toEqual([
      ['c', 1],
      ['a', 2],
      ['d', 2],
      ['e', 4],
      ['b', null],
    ]);
  });
});

describe('moments', () => {
  test('PANEL-34 the best lies between outages, which may overlap; the worst is the longest', () => {
    const moments = momentsOf(aSession(outage('web', 40, 60), outage('db', 50, 90), outage('web', 150, 155)));
    expect(moments.best).toEqual({ fromTick: 90, ticks: 60 });
    expect(moments.worst).toMatchObject({ fromTick: 50, ticks: 40, outage: { serviceKey: 'default/db' } });
  });

  test('PANEL-34 an outage that was never over lasts to the end; without one the whole session was good', () => {
    expect(momentsOf(aSession(outage('web', 150, null)))).toMatchObject({
      best: { fromTick: 10, ticks: 140 },
      worst: { fromTick: 150, ticks: 60 },
    });
    expect(momentsOf(aSession())).toEqual({ best: { fromTick: 10, ticks: 200 }, worst: null });
    expect(momentsOf(aWorld())).toEqual({ best: null, worst: null });
  });
});
