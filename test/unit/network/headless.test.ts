// Names that mean pods, or other names: headless Services, the pods of a StatefulSet, ExternalNames.
import { describe, expect, test } from 'vitest';
import type { Manifest } from '../../../shared/api/kinds.ts';
import { must } from '../../../shared/base/assert.ts';
import { endpointsOf } from '../../../shared/cluster/controllers/endpoints/endpoints.ts';
import { rulesInTouch } from '../../../shared/cluster/network/rules.ts';
import { setDemand } from '../../../shared/cluster/traffic/demand.ts';
import { act, aService, aSetup, aWorld, startedSimulation, run } from '../../support/builders.ts';
import { publishHouse } from '../../support/village.ts';
import { aSquare, listEndpoints, putHouse, putNameServer, trafficOf, type Square } from '../../support/visitors.ts';

const named = (name: string, spec: object): Manifest => {
  const { spec: plain, ...service } = aService(name) as unknown as { readonly spec: object };
  return { ...service, spec: { ...plain, ...spec } } as unknown as Manifest;
};
const apply = ({ world }: Pick<Square, 'world'>, name: string, spec: object) =>
  act(world, { verb: 'apply', manifest: named(name, spec) });

/** The inn calls this name for each request. */
function aStreetThatCalls(name: string): Square {
  const square = aSquare(['inn']);
  const { world } = square;
  publishHouse(world, 'inn:1', { capacityRps: 100, calls: [{ service: name, sharePercent: 100 }] });
  putNameServer(world, 'node-2');
  putHouse(world, 'inn', 'node-1', { image: 'inn:1' });
  listEndpoints(world, 'inn', [['inn', 'node-1']]);
  setDemand(world, 'default/inn', 12);
  for (const house of ['db-0', 'db-1']) putHouse(world, house, 'node-3');
  return square;
}

/** As the endpoints controller lists the pods of a StatefulSet. */
function listDb({ world }: Square, pods: readonly (readonly [name: string, state: 'ready' | 'unready'])[]): void {
  listEndpoints(
    world,
    'db',
    pods.map(([name, state]) => [name, 'node-3', state]),
  );
  const slice = must(world.get('EndpointSlice', 'default/db'), 'slice');
  const endpoints = slice.endpoints.map((one) => ({ ...one, hostname: one.podKey.replace('default/', '') }));
  world.put({ ...slice, endpoints });
}

const headless = { clusterIP: 'None', ports: [{ port: 8080 }] };
const served = { servedRps: 12, lostRps: {} };

describe('headless Services', () => {
  test('DNS-9 the name means the ready pods, and no proxy is asked', () => {
    const square = aStreetThatCalls('db');
    const { world, tick } = square;
    expect(apply(square, 'db', headless)).toBeNull();
    listDb(square, [
      ['db-0', 'ready'],
      ['db-1', 'ready'],
    ]);
    tick(3);
    expect(trafficOf(world, 'inn')).toMatchObject({ ...served, callsPods: ['uid-db-0', 'uid-db-1'] });
    expect(rulesInTouch(world).services).not.toHaveProperty(['default/db']);
    listDb(square, [['db-1', 'ready']]);
    tick();
    expect(trafficOf(world, 'inn').callsPods).toEqual(['uid-db-1']);
    listDb(square, [['db-1', 'unready']]);
    tick();
    expect(trafficOf(world, 'inn').lostRps).toEqual({ NameNotFound: 12 });
  });

  test('DNS-9 nobody translates ports on this way', () => {
    const square = aStreetThatCalls('db');
    expect(apply(square, 'db', { ...headless, ports: [{ port: 80, targetPort: 8080 }] })).toBeNull();
    listDb(square, [['db-0', 'ready']]);
    square.tick(3);
    expect(trafficOf(square.world, 'inn').lostRps).toEqual({ DependencyFailed: 12 });
    expect(apply(square, 'db', { ...headless, ports: [] })).toBeNull();
    square.tick();
    expect(trafficOf(square.world, 'inn')).toMatchObject(served);
  });

  test('DNS-1 a pod of a StatefulSet is called by its own name', () => {
    const square = aStreetThatCalls('db-1.db');
    expect(apply(square, 'db', headless)).toBeNull();
    listDb(square, [
      ['db-0', 'ready'],
      ['db-1', 'ready'],
    ]);
    square.tick(3);
    expect(trafficOf(square.world, 'inn')).toMatchObject({ ...served, callsPods: ['uid-db-1'] });
    listDb(square, [['db-0', 'ready']]);
    square.tick();
    expect(trafficOf(square.world, 'inn').lostRps).toEqual({ NameNotFound: 12 });
  });

  test('DNS-10 an ExternalName leads out of the town, or to a Service in it', () => {
    const square = aStreetThatCalls('pantry');
    const { world, tick } = square;
    expect(apply(square, 'pantry', { type: 'ExternalName', externalName: 'tea.example.com', ports: [] })).toBeNull();
    tick(3);
    expect(trafficOf(world, 'inn')).toMatchObject({ ...served, callsPods: [] });
    const inTown = { type: 'ExternalName', externalName: 'db.default.svc.cluster.local', ports: [] };
    const again = aStreetThatCalls('pantry');
    apply(again, 'pantry', inTown);
    again.tick(3);
    expect(trafficOf(again.world, 'inn').lostRps).toEqual({ NameNotFound: 12 });
    apply(again, 'db', headless);
    listDb(again, [['db-0', 'ready']]);
    again.tick(3);
    expect(trafficOf(again.world, 'inn')).toMatchObject({ ...served, callsPods: ['uid-db-0'] });
  });

  test('DNS-10 names that stand for each other lead nowhere', () => {
    const square = aStreetThatCalls('pantry');
    apply(square, 'pantry', { type: 'ExternalName', externalName: 'larder.default.svc.cluster.local', ports: [] });
    apply(square, 'larder', { type: 'ExternalName', externalName: 'pantry.default.svc.cluster.local', ports: [] });
    square.tick(3);
    expect(trafficOf(square.world, 'inn').lostRps).toEqual({ DependencyFailed: 12 });
  });
});

test('DNS-9 DNS-1 a StatefulSet behind a headless Service publishes its pods and their names', () => {
  const simulation = startedSimulation(aSetup({ nodes: 2 }));
  const { store } = simulation;
  publishHouse(store, 'house:1');
  act(store, { verb: 'apply', manifest: named('web', { clusterIP: 'None', ports: [] }) });
  const set = {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 'web' },
    spec: {
      serviceName: 'web',
      replicas: 2,
      selector: { matchLabels: { app: 'web' } },
      template: { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'a', image: 'house:1' }] } },
    },
  } as unknown as Manifest;
  act(store, { verb: 'apply', manifest: set });
  run(simulation, 40);
  const endpoints = store.get('EndpointSlice', 'default/web')?.endpoints ?? [];
  expect(endpoints.map(({ hostname, ready }) => [hostname, ready])).toEqual([
    ['web-0', true],
    ['web-1', true],
  ]);
  expect(endpoints.every((endpoint) => !('port' in endpoint))).toBe(true);
});

test.each([
  ['a gate without an address', { clusterIP: 'None', type: 'NodePort' }, 'invalidHeadless'],
  ['another name that is none', { type: 'ExternalName' }, 'invalidExternalName'],
  [
    'another name with an address',
    { type: 'ExternalName', externalName: 'a.b', clusterIP: 'None' },
    'invalidExternalName',
  ],
  ['an address without a port', { ports: [] }, 'invalidPortsMissing'],
])('NET-12 %s is refused', (_name, spec, key) => {
  expect(apply({ world: aWorld() }, 'web', spec)).toMatchObject({ code: 422, key });
});

test('API-7 who is headless stays so, and who is not does not become so', () => {
  const world = aWorld();
  expect(apply({ world }, 'db', headless)).toBeNull();
  expect(apply({ world }, 'db', { ports: [{ port: 8080 }] })).toBeNull();
  expect(world.get('Service', 'default/db')?.status.clusterIP).toBe('None');
  expect(apply({ world }, 'web', {})).toBeNull();
  expect(apply({ world }, 'web', { clusterIP: 'None' })).toMatchObject({ key: 'clusterIpFixed' });
  expect(apply({ world }, 'name', { type: 'ExternalName', externalName: 'tea.example.com', ports: [] })).toBeNull();
  expect(apply({ world }, 'name', {})).toBeNull();
  expect(world.get('Service', 'default/name')?.status.clusterIP).toMatch(/^10\.96\./);
});

test('NET-12 a Service without a selector finds nobody, and a headless one has no rules for the road', () => {
  const square = aSquare([]);
  const { world, tick } = square;
  expect(apply(square, 'nobody', { selector: {} })).toBeNull();
  expect(apply(square, 'db', headless)).toBeNull();
  listDb(square, [['db-0', 'ready']]);
  for (const name of ['nobody', 'db']) setDemand(world, `default/${name}`, 6);
  tick(3);
  for (const name of ['nobody', 'db']) expect(trafficOf(world, name).lostRps).toEqual({ NoEndpoints: 6 });
  expect(endpointsOf(world, must(world.get('Service', 'default/nobody'), 'nobody'))).toEqual([]);
});
