// Names, what clients remember of them, and calls that hang on them.
import { describe, expect, test } from 'vitest';
import { must } from '../../../shared/base/assert.ts';
import { beginFault } from '../../../shared/cluster/faults/begin.ts';
import {
  fullNameOf,
  NAME_SERVER_START_TICKS,
  NAME_TTL_TICKS,
  serviceKeyOf,
} from '../../../shared/cluster/network/names.ts';
import { nameServerOf } from '../../../shared/cluster/network/names.ts';
import { setDemand } from '../../../shared/cluster/traffic/demand.ts';
import { act, aService } from '../../support/builders.ts';
import { publishHouse } from '../../support/village.ts';
import { aSquare, listEndpoints, putHouse, trafficOf, type Square } from '../../support/visitors.ts';

/** The inn calls the kitchen for all, the kitchen the well for half of its requests. */
function aStreet(): Square {
  const square = aSquare(['inn', 'kitchen', 'well', 'hut']);
  const { world } = square;
  publishHouse(world, 'inn:1', { capacityRps: 100, calls: [{ service: 'kitchen', sharePercent: 100 }] });
  publishHouse(world, 'kitchen:1', { calls: [{ service: 'well.default.svc.cluster.local', sharePercent: 50 }] });
  for (const [name, node, image] of [
    ['inn', 'node-1', 'inn:1'],
    ['kitchen', 'node-2', 'kitchen:1'],
    ['kitchen-2', 'node-3', 'kitchen:1'],
    ['well', 'node-3', 'hut:1.0'],
    ['hut', 'node-3', 'hut:1.0'],
  ] as const) {
    putHouse(world, name, node, { image });
  }
  listEndpoints(world, 'inn', [['inn', 'node-1']]);
  listEndpoints(world, 'kitchen', [
    ['kitchen', 'node-2'],
    ['kitchen-2', 'node-3'],
  ]);
  listEndpoints(world, 'well', [['well', 'node-3']]);
  listEndpoints(world, 'hut', [['hut', 'node-3']]);
  setDemand(world, 'default/inn', 12);
  setDemand(world, 'default/hut', 6);
  square.tick(3);
  return square;
}

const close = ({ world }: Square, name: string) => {
  const sandbox = must(world.get('Sandbox', `uid-${name}`), name);
  const ended = { type: 'terminated', reason: 'Error', exitCode: 1, startedTick: 0, finishedTick: world.tick } as const;
  world.put({ ...sandbox, containers: sandbox.containers.map((one) => ({ ...one, state: ended, warmTick: null })) });
};

describe('names', () => {
  test.each([
    ['kitchen', 'default', 'default/kitchen'],
    ['kitchen.shop', 'default', 'shop/kitchen'],
    ['kitchen.shop.svc.cluster.local', 'default', 'shop/kitchen'],
    ['kitchen.shop.svc.cluster.local.', 'default', 'shop/kitchen'],
  ])('DNS-1 %s asked in %s is %s', (name, namespace, key) => {
    expect(serviceKeyOf(name, namespace)).toBe(key);
    expect(serviceKeyOf(fullNameOf(key), 'elsewhere')).toBe(key);
  });

  test('DNS-3 what is remembered works for a while, then calls fail; those who call nobody go on', () => {
    const square = aStreet();
    const { world, tick } = square;
    tick(5);
    expect(beginFault(world, 'dns-outage', '')).toBeNull();
    const began = world.tick;
    tick(10);
    expect(trafficOf(world, 'inn')).toMatchObject({ servedRps: 12, lostRps: {} });
    // It first asked at tick 0, and again each half minute.
    tick(NAME_TTL_TICKS - began - 10);
    expect(trafficOf(world, 'inn')).toMatchObject({ servedRps: 0, lostRps: { NameNotFound: 12 } });
    expect(trafficOf(world, 'hut')).toMatchObject({ servedRps: 6, lostRps: {} });
    tick(40);
    expect(world.by('openFaultsByType', 'dns-outage')).toHaveLength(1);
    expect(act(world, { verb: 'restartNameServer' })).toBeNull();
    expect(act(world, { verb: 'restartNameServer' })).toMatchObject({ key: 'dnsStarting' });
    tick(NAME_SERVER_START_TICKS);
    expect(act(world, { verb: 'restartNameServer' })).toMatchObject({ key: 'dnsRunning' });
    expect(trafficOf(world, 'inn')).toMatchObject({ servedRps: 12, lostRps: {} });
    expect(world.by('openFaultsByType', 'dns-outage')).toHaveLength(0);
  });

  test('DNS-3 who begins in an outage has nothing to remember', () => {
    const square = aStreet();
    const { world, tick } = square;
    beginFault(world, 'dns-outage', '');
    tick(2);
    putHouse(world, 'inn', 'node-1', { image: 'inn:1' });
    tick();
    expect(trafficOf(world, 'inn').lostRps).toEqual({ NameNotFound: 12 });
  });

  test('DNS-4 a Service that was made anew is found at its new address after a while', () => {
    const square = aStreet();
    const { world, tick } = square;
    const service = must(world.get('Service', 'default/kitchen'), 'kitchen');
    tick(4);
    world.put({ ...service, status: { clusterIP: '10.96.7.7' } });
    tick();
    expect(trafficOf(world, 'inn').lostRps).toEqual({ DependencyFailed: 12 });
    tick(NAME_TTL_TICKS - world.tick - 1);
    expect(trafficOf(world, 'inn').lostRps).toEqual({ DependencyFailed: 12 });
    tick();
    expect(trafficOf(world, 'inn').lostRps).toEqual({});
    tick(NAME_TTL_TICKS);
    expect(nameServerOf(world).records['default/kitchen']).toMatchObject({ address: '10.96.7.7', before: null });
  });

  test('DNS-4 a Service that is gone is forgotten after a while, and found again when it is back', () => {
    const square = aStreet();
    const { world, tick } = square;
    world.remove('Service', 'default/kitchen');
    tick(2);
    expect(trafficOf(world, 'inn').lostRps).toEqual({ DependencyFailed: 12 });
    tick(NAME_TTL_TICKS);
    expect(trafficOf(world, 'inn').lostRps).toEqual({ NameNotFound: 12 });
    tick(NAME_TTL_TICKS);
    expect(nameServerOf(world).records).not.toHaveProperty(['default/kitchen']);
    act(world, { verb: 'apply', manifest: aService('kitchen') });
    tick(2);
    expect(trafficOf(world, 'inn').lostRps).toEqual({});
  });
});

describe('calls', () => {
  test('CALL-1 CALL-2 CALL-4 where half of those who are called are gone, half of the answers are', () => {
    const square = aStreet();
    expect(trafficOf(square.world, 'inn')).toMatchObject({ servedRps: 12, lostRps: {} });
    close(square, 'kitchen');
    square.tick();
    const { servedRps, lostRps, failedByPod } = trafficOf(square.world, 'inn');
    expect({ servedRps, lostRps, failedByPod }).toEqual({
      servedRps: 6,
      lostRps: { DependencyFailed: 6 },
      failedByPod: { 'uid-inn': 6 },
    });
  });

  test('CALL-3 a failure spreads up the chain', () => {
    const square = aStreet();
    close(square, 'well');
    square.tick();
    expect(trafficOf(square.world, 'inn')).toMatchObject({ servedRps: 6, lostRps: { DependencyFailed: 6 } });
  });

  test('CALL-3 who calls itself waits for ever', () => {
    const square = aStreet();
    const { world } = square;
    publishHouse(world, 'well:1', { calls: [{ service: 'inn', sharePercent: 100 }] });
    putHouse(world, 'well', 'node-3', { image: 'well:1' });
    square.tick();
    expect(trafficOf(world, 'inn').lostRps['DependencyFailed']).toBeGreaterThan(0);
  });

  test("CALL-1 calls follow the rules of the caller's own node", () => {
    const square = aStreet();
    const { world, tick } = square;
    beginFault(world, 'node-partition', 'node-1');
    tick();
    close(square, 'kitchen');
    listEndpoints(world, 'kitchen', [['kitchen-2', 'node-3']]);
    tick(5);
    expect(trafficOf(world, 'inn').lostRps).toEqual({ DependencyFailed: 6 });
    act(world, { verb: 'repairLink', node: 'node-1' });
    tick(5);
    expect(trafficOf(world, 'inn').lostRps).toEqual({});
  });

  test('CALL-5 at rest nothing is written', () => {
    const square = aStreet();
    square.tick(NAME_TTL_TICKS + 5);
    const { revision } = square.world;
    square.tick(100);
    expect(square.world.revision).toBe(revision);
  });
});
