import { describe, expect, test } from 'vitest';
import { costOf } from '../../../shared/cluster/traffic/outage-cost.ts';
import { setDemand } from '../../../shared/cluster/traffic/demand.ts';
import { aSquare, listEndpoints, putHouse } from '../../support/visitors.ts';

describe('outages', () => {
  test('OUT-1 OUT-2 OUT-3 opens with the first reason, bridges short pauses, closes with what it cost', () => {
    const { world, tick } = aSquare(['hut']);
    setDemand(world, 'default/hut', 10);
    tick();
    expect([...world.list('Outage')]).toMatchObject([
      { key: 'default/hut@1', firstReason: 'NoEndpoints', endedTick: null, lost: null },
    ]);
    tick(9);
    putHouse(world, 'a', 'node-1');
    listEndpoints(world, 'hut', [['a', 'node-1']]);
    // The sync takes a tick: lost until 12.
    tick(5);
    setDemand(world, 'default/hut', 30);
    tick(5);
    setDemand(world, 'default/hut', 10);
    tick(10);
    expect(world.count('Outage')).toBe(1);
    const [goesOn] = [...world.list('Outage')];
    expect(goesOn).toMatchObject({ endedTick: null, lost: null });
    expect(goesOn && costOf(world, goesOn)).toBe(160);
    tick();
    // 11 s x 10 for want of endpoints, 5 s x 10 for want of room.
    expect([...world.list('Outage')]).toMatchObject([{ endedTick: 21, lost: 160 }]);
  });

  test('OUT-2 another loss later is another outage', () => {
    const { world, tick } = aSquare(['hut']);
    setDemand(world, 'default/hut', 10);
    tick(3);
    setDemand(world, 'default/hut', 0);
    tick(15);
    setDemand(world, 'default/hut', 10);
    tick();
    expect(world.keys('Outage')).toEqual(['default/hut@1', 'default/hut@19']);
    expect(world.by('openOutages', 'default/hut')).toEqual(['default/hut@19']);
  });
});
