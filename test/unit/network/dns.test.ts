// Names, what clients remember of them, and calls that hang on them.
import { describe, expect, test } from 'vitest';
import { must } from '../../../shared/base/assert.ts';
import { beginFault } from '../../../shared/cluster/faults/begin.ts';
import { fullNameOf, NAME_TTL_TICKS } from '../../../shared/cluster/network/names.ts';
import { nameTargets } from '../../../shared/cluster/network/name-targets.ts';
import { nameServerOf } from '../../../shared/cluster/network/names.ts';
import { setDemand } from '../../../shared/cluster/traffic/demand.ts';
import { isPodReady } from '../../../shared/api/pod.ts';
import { COREDNS_IMAGE } from '../../../shared/cluster/addons/coredns.ts';
import type { Simulation } from '../../../shared/session/simulation.ts';
import type { Store } from '../../../shared/store/store.ts';
import { act, aPod, aService, aSetup, join, run, startedSimulation } from '../../support/builders.ts';
import { publishHouse } from '../../support/village.ts';
import { aSquare, listEndpoints, putHouse, putNameServer, trafficOf, type Square } from '../../support/visitors.ts';

/** The inn calls the kitchen for all, the kitchen the well for half of its requests. */
function aStreet(): Square {
  const square = aSquare(['inn', 'kitchen', 'well', 'hut']);
  const { world } = square;
  publishHouse(world, 'inn:1', { capacityRps: 100, calls: [{ service: 'kitchen', sharePercent: 100 }] });
  publishHouse(world, 'kitchen:1', { calls: [{ service: 'well.default.svc.cluster.local', sharePercent: 50 }] });
  putNameServer(world, 'node-2');
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
    expect(nameTargets(name, namespace)).toContainEqual({ serviceKey: key, hostname: null });
    expect(nameTargets(fullNameOf(key), 'elsewhere')).toEqual([{ serviceKey: key, hostname: null }]);
  });

  test('DNS-1 a pod behind a Service has a name of its own, in the order of the search path', () => {
    const web0 = { serviceKey: 'default/nginx', hostname: 'web-0' };
    expect(nameTargets('web-0.nginx.default.svc.cluster.local', 'shop')).toEqual([web0]);
    expect(nameTargets('web-0.nginx.default', 'shop')).toEqual([web0]);
    expect(nameTargets('web-0.nginx', 'default')).toEqual([web0, { serviceKey: 'nginx/web-0', hostname: null }]);
    expect(nameTargets('www.example.com.', 'default')).toEqual([]);
    expect(nameTargets('a.b.c.d', 'default')).toEqual([]);
  });

  test('DNS-3 what is remembered works for a while, then calls fail; those who call nobody go on', () => {
    const square = aStreet();
    const { world, tick } = square;
    tick(5);
    close(square, 'coredns');
    const began = world.tick;
    tick(10);
    expect(trafficOf(world, 'inn')).toMatchObject({ servedRps: 12, lostRps: {} });
    // It first asked at tick 0, and again each half minute.
    tick(NAME_TTL_TICKS - began - 10);
    expect(trafficOf(world, 'inn')).toMatchObject({ servedRps: 0, lostRps: { NameNotFound: 12 } });
    expect(trafficOf(world, 'hut')).toMatchObject({ servedRps: 6, lostRps: {} });
    tick(40);
    putHouse(world, 'coredns', 'node-3', { image: COREDNS_IMAGE, namespace: 'kube-system', warmTick: world.tick + 3 });
    tick(2);
    expect(trafficOf(world, 'inn')).toMatchObject({ servedRps: 0, lostRps: { NameNotFound: 12 } });
    tick();
    expect(trafficOf(world, 'inn')).toMatchObject({ servedRps: 12, lostRps: {} });
  });

  test('DNS-3 who begins in an outage has nothing to remember', () => {
    const square = aStreet();
    const { world, tick } = square;
    close(square, 'coredns');
    tick(2);
    putHouse(world, 'inn', 'node-1', { image: 'inn:1' });
    tick();
    expect(trafficOf(world, 'inn').lostRps).toEqual({ NameNotFound: 12 });
  });

  test.each([0, 3])(
    'DNS-4 a Service made anew, gone for %i ticks before, is found again after a while',
    (goneTicks) => {
      const square = aStreet();
      const { world, tick } = square;
      const service = must(world.get('Service', 'default/kitchen'), 'kitchen');
      tick(4);
      if (goneTicks > 0) world.remove('Service', 'default/kitchen');
      tick(goneTicks);
      world.put({ ...service, status: { clusterIP: '10.96.7.7' } });
      tick(2);
      expect(trafficOf(world, 'inn').lostRps).toEqual({ DependencyFailed: 12 });
      tick(NAME_TTL_TICKS - world.tick - 1);
      expect(trafficOf(world, 'inn').lostRps).toEqual({ DependencyFailed: 12 });
      tick();
      expect(trafficOf(world, 'inn').lostRps).toEqual({});
      tick(NAME_TTL_TICKS);
      expect(nameServerOf(world).records['default/kitchen']).toMatchObject({ address: '10.96.7.7', before: null });
    },
  );

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

describe('the way to the name server', () => {
  const sentTo = (square: Square, pods: readonly string[]) => {
    const slice = must(square.world.get('EndpointSlice', 'kube-system/kube-dns'), 'slice');
    const [first] = slice.endpoints;
    const endpoints = pods.map((name) => ({ ...must(first, 'endpoint'), podUid: `uid-${name}` }));
    square.world.put({ ...slice, endpoints });
  };

  test('DNS-6 a node whose rules stand still asks a pod that is gone; the others find names', () => {
    const square = aStreet();
    const { world, tick } = square;
    beginFault(world, 'kube-proxy-stale', 'node-1');
    tick();
    putHouse(world, 'coredns-2', 'node-3', { image: COREDNS_IMAGE, namespace: 'kube-system' });
    sentTo(square, ['coredns-2']);
    close(square, 'coredns');
    tick(NAME_TTL_TICKS + 5);
    expect(trafficOf(world, 'inn').lostRps).toEqual({ NameNotFound: 12 });
    const { paths } = nameServerOf(world);
    expect([paths['node-1']?.isReached, paths['*']?.isReached]).toEqual([false, true]);
    expect(act(world, { verb: 'restartProxy', node: 'node-1' })).toBeNull();
    tick(3);
    expect(trafficOf(world, 'inn').lostRps).toEqual({});
    expect(nameServerOf(world).paths['node-1']).toBeUndefined();
  });

  test('DNS-6 one of two pods is enough', () => {
    const square = aStreet();
    putHouse(square.world, 'coredns-2', 'node-3', { image: COREDNS_IMAGE, namespace: 'kube-system' });
    sentTo(square, ['coredns', 'coredns-2']);
    square.tick(2);
    close(square, 'coredns');
    square.tick(2 * NAME_TTL_TICKS);
    expect(trafficOf(square.world, 'inn').lostRps).toEqual({});
  });

  test('DNS-7 at another address nobody asks it', () => {
    const square = aStreet();
    const { world, tick } = square;
    const service = must(world.get('Service', 'kube-system/kube-dns'), 'kube-dns');
    world.put({ ...service, status: { clusterIP: '10.96.3.3' } });
    tick(NAME_TTL_TICKS + 5);
    expect(trafficOf(world, 'inn').lostRps).toEqual({ NameNotFound: 12 });
  });

  test('DNS-7 a Service may ask for an address that is free; it never changes', () => {
    const { world } = aSquare([]);
    const manifest = (name: string, clusterIP: string) => {
      const service = aService(name);
      return { ...service, spec: { ...service.spec, clusterIP } };
    };
    const apply = (name: string, address: string) => act(world, { verb: 'apply', manifest: manifest(name, address) });
    expect(apply('a', '10.96.4.4')).toBeNull();
    expect(world.get('Service', 'default/a')?.status.clusterIP).toBe('10.96.4.4');
    expect(apply('b', '10.96.4.4')).toMatchObject({ key: 'clusterIpTaken' });
    expect(apply('b', '192.168.0.1')).toMatchObject({ key: 'clusterIpTaken' });
    expect(apply('a', '10.96.5.5')).toMatchObject({ key: 'clusterIpFixed' });
  });
});

describe('cluster DNS as pods', () => {
  /** Two nodes, played by hand: nobody does anything for the town's own pods. */
  const aCluster = () => {
    const simulation = startedSimulation(aSetup({ nodes: 2, addons: ['coredns'], startMode: 'hand' }));
    join(simulation, simulation.store.keys('Seat'));
    return run(simulation, 20);
  };
  const pods = ({ store }: Simulation) =>
    store.keys('Pod').filter((key) => key.startsWith('kube-system/coredns') && isReady(store, key));
  const isReady = (store: Store, key: string) => isPodReady(must(store.get('Pod', key), key));
  const isFound = ({ store }: Simulation) => nameServerOf(store).paths['*']?.isReached;

  test('DNS-5 DNS-8 two pods on two nodes, from their image, whoever plays the seats', () => {
    const simulation = aCluster();
    const { store } = simulation;
    expect(pods(simulation)).toHaveLength(2);
    expect(new Set(pods(simulation).map((key) => store.get('Pod', key)?.spec.nodeName)).size).toBe(2);
    expect(store.get('Service', 'kube-system/kube-dns')?.status.clusterIP).toBe('10.96.0.10');
    expect(isFound(simulation)).toBe(true);
    act(store, { verb: 'apply', manifest: aPod('mine') });
    run(simulation, 20);
    expect(store.get('Pod', 'default/mine')?.spec.nodeName).toBeNull();
  });

  test('DNS-5 FAULT-22 without pods no names; killed pods come back, a Deployment scaled to nothing does not', () => {
    const simulation = aCluster();
    const { store } = simulation;
    for (const key of pods(simulation)) act(store, { verb: 'delete', kind: 'Pod', key, gracePeriodSeconds: 0 });
    run(simulation, 3);
    expect(isFound(simulation)).toBe(false);
    run(simulation, 30);
    expect(isFound(simulation)).toBe(true);
    expect(beginFault(store, 'dns-outage', 'kube-system/coredns')).toBeNull();
    run(simulation, 90);
    expect([pods(simulation).length, isFound(simulation)]).toEqual([0, false]);
    expect(store.by('openFaultsByType', 'dns-outage')).toHaveLength(1);
    act(store, { verb: 'scale', deployment: 'kube-system/coredns', replicas: 1 });
    run(simulation, 30);
    expect(isFound(simulation)).toBe(true);
    expect(store.by('openFaultsByType', 'dns-outage')).toEqual([]);
  });

  test('DNS-5 without the add-on nobody knows a name', () => {
    const simulation = run(startedSimulation(aSetup({ nodes: 1 })), 10);
    expect(isFound(simulation)).toBe(false);
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
