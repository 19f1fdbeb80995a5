import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { must } from '../../../shared/base/assert.ts';
import { setDemand } from '../../../shared/cluster/traffic/demand.ts';
import { sumOfLosses, totalsAt } from '../../../shared/cluster/traffic/totals.ts';
import type { Store } from '../../../shared/store/store.ts';
import { aSquare, listEndpoints, putHouse, trafficOf, type Square } from '../../support/visitors.ts';

const HUT_RPS = 20;

/** One service `hut` with a running hut on each of the first `count` nodes, and visitors. */
function aStreet(count: number, rps: number): Square {
  const square = aSquare(['hut']);
  const nodes = ['node-1', 'node-2', 'node-3'].slice(0, count);
  for (const node of nodes) putHouse(square.world, `pod-${node}`, node);
  listEndpoints(
    square.world,
    'hut',
    nodes.map((node) => [`pod-${node}`, node]),
  );
  setDemand(square.world, 'default/hut', rps);
  square.tick();
  return square;
}

function setPower(world: Store, node: string, power: 'on' | 'off' | 'booting'): void {
  world.put({ ...must(world.get('Machine', node), node), power, powerSinceTick: world.tick });
}

describe('traffic', () => {
  test('TRAF-2 visitors are spread evenly, and all served where there is room', () => {
    const { world } = aStreet(3, 50);
    const { servedRps, lostRps, byPod } = trafficOf(world, 'hut');
    expect(servedRps).toBe(50);
    expect(lostRps).toEqual({});
    expect(Object.values(byPod).sort()).toEqual([16, 17, 17]);
  });

  test('TRAF-3 beyond its capacity a pod loses visitors as Overloaded', () => {
    const { world } = aStreet(2, 100);
    expect(trafficOf(world, 'hut')).toMatchObject({ servedRps: 2 * HUT_RPS, lostRps: { Overloaded: 60 } });
  });

  test('TRAF-3 no backends: NoEndpoints; no machine at all: NoGate', () => {
    const { world, tick } = aStreet(0, 12);
    expect(trafficOf(world, 'hut').lostRps).toEqual({ NoEndpoints: 12 });
    for (const node of world.keys('Machine')) setPower(world, node, 'booting');
    tick();
    expect(trafficOf(world, 'hut').lostRps).toEqual({ NoGate: 12 });
  });

  test('TRAF-3 a gone pod and a stopped one refuse; one that warms up errs, then serves', () => {
    const { world, tick } = aStreet(3, 30);
    world.remove('Sandbox', 'uid-pod-node-1');
    putHouse(world, 'pod-node-2', 'node-2', { state: { type: 'waiting', reason: 'CrashLoopBackOff', message: '' } });
    putHouse(world, 'pod-node-3', 'node-3', { warmTick: world.tick + 5 });
    tick();
    expect(trafficOf(world, 'hut').lostRps).toEqual({ ConnectionRefused: 20, ServerError: 10 });
    tick(4);
    expect(trafficOf(world, 'hut')).toMatchObject({ servedRps: 10, lostRps: { ConnectionRefused: 20 } });
  });

  test('NET-5 a dead machine loses its share until the road takes it out of turn; its pod loses what rules send there', () => {
    const { world, tick } = aStreet(3, 30);
    setPower(world, 'node-2', 'off');
    tick();
    // 10 come in at the dead gate; of the other 20 a third is sent to the dead pod.
    expect(trafficOf(world, 'hut')).toMatchObject({ servedRps: 13, lostRps: { NoRouteToHost: 17 } });
    tick(10);
    expect(trafficOf(world, 'hut')).toMatchObject({ servedRps: 20, lostRps: { NoRouteToHost: 10 } });
    listEndpoints(world, 'hut', [
      ['pod-node-1', 'node-1'],
      ['pod-node-3', 'node-3'],
    ]);
    tick(3);
    expect(trafficOf(world, 'hut')).toMatchObject({ servedRps: 30, lostRps: {} });
  });

  test('NET-3 stale rules of a cut-off node keep losing visitors to a pod that is gone', () => {
    const { world, tick } = aStreet(2, 30);
    world.put({ ...must(world.get('Machine', 'node-3'), 'machine'), link: 'cut' });
    world.remove('Sandbox', 'uid-pod-node-1');
    listEndpoints(world, 'hut', [['pod-node-2', 'node-2']]);
    tick(5);
    expect(trafficOf(world, 'hut')).toMatchObject({ servedRps: 20, lostRps: { Overloaded: 5, ConnectionRefused: 5 } });
  });

  test('TRAF-5 totals are the integral of the rates, and nothing is written while nothing changes', () => {
    const { world, tick } = aStreet(1, 25);
    const { revision } = world;
    tick(40);
    expect(world.revision).toBe(revision);
    expect(totalsAt(trafficOf(world, 'hut'), world.tick)).toMatchObject({ served: 800, lost: 200, offered: 1000 });
  });

  test('TRAF-6 a surge multiplies the demand until its end; nobody comes after the session', () => {
    const { world, tick, happen } = aStreet(3, 10);
    happen({ type: 'faultBegan', fault: 'traffic-surge', target: 'default/hut' });
    tick();
    expect(trafficOf(world, 'hut').servedRps).toBe(30);
    tick(100);
    expect(trafficOf(world, 'hut').servedRps).toBe(10);
    happen({ type: 'phaseChanged', phase: 'ended' });
    tick();
    expect(trafficOf(world, 'hut').servedRps).toBe(0);
  });

  test('TRAF-1 offered = served + lost, whatever stands, lies or is listed', () => {
    const house = fc.record({
      node: fc.constantFrom('node-1', 'node-2', 'node-3'),
      sandbox: fc.constantFrom('none', 'warm', 'cold', 'stopped'),
      listed: fc.constantFrom('ready', 'terminating', 'unready', 'no'),
    });
    const powers = fc.array(fc.constantFrom('on', 'off', 'booting'), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(house, { maxLength: 6 }), powers, fc.nat(200), fc.nat(25), (houses, power, rps, ticks) => {
        const { world, tick } = aSquare(['hut']);
        houses.forEach(({ node, sandbox }, index) => {
          if (sandbox === 'none') return;
          const state = sandbox === 'stopped' ? ({ type: 'waiting', reason: '', message: '' } as const) : undefined;
          putHouse(world, `p${index}`, node, { ...(state ? { state } : {}), warmTick: sandbox === 'warm' ? 0 : 9 });
        });
        listEndpoints(
          world,
          'hut',
          houses.flatMap(({ node, listed }, index) => (listed === 'no' ? [] : [[`p${index}`, node, listed]])),
        );
        setDemand(world, 'default/hut', rps);
        tick();
        power.forEach((state, index) => setPower(world, `node-${index + 1}`, state));
        tick(ticks);
        const stream = trafficOf(world, 'hut');
        expect(stream.servedRps + sumOfLosses(stream.lostRps)).toBe(rps);
        expect(Object.values(stream.byPod).reduce((sum, served) => sum + served, 0)).toBe(stream.servedRps);
        expect(totalsAt(stream, world.tick).offered).toBe(rps * ticks);
      }),
      { numRuns: 150 },
    );
  });
});
