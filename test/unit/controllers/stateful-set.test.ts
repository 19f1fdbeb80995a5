// StatefulSets that wait, or shrink while somebody is unwell, and what they count.
import { expect, test } from 'vitest';
import { MANIFESTS } from '../../../shared/api/kinds.ts';
import { must } from '../../../shared/base/assert.ts';
import type { Store } from '../../../shared/store/store.ts';
import { act, aSetup, podOf, run, startedSimulation } from '../../support/builders.ts';
import { aTownHall, pods, report, settle } from '../../support/town-hall.ts';
import { publishHouse } from '../../support/village.ts';

const labels = { app: 'db' };
const stateful = (spec: object = {}) =>
  MANIFESTS.StatefulSet.parse({
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 'db' },
    spec: {
      replicas: 4,
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { containers: [{ name: 'app', image: 'hut:1.0' }] } },
      ...spec,
    },
  });

function readySet(spec: object = {}) {
  const hall = aTownHall({ nodes: 1, manifests: [stateful(spec)] });
  for (let count = 0; count < 6; count += 1) {
    hall.tick();
    settle(hall.world);
  }
  hall.tick();
  return hall;
}

const leaving = (world: Store) =>
  pods(world).flatMap(({ metadata }) => (metadata.deletionTick === null ? [] : [metadata.name]));

test('STS-1 STS-3 with minReadySeconds each waits until the one before has been ready for so long', () => {
  const { world, tick } = aTownHall({ nodes: 1, manifests: [stateful({ replicas: 2, minReadySeconds: 10 })] });
  const names = () => pods(world).map(({ metadata }) => metadata.name);
  const available = () => must(world.get('StatefulSet', 'default/db'), 'db').status.availableReplicas;
  tick();
  report(world, 'db-0', true);
  tick(9);
  expect([names(), available()]).toEqual([['db-0'], 0]);
  expect(act(world, { verb: 'createPod', kind: 'StatefulSet', owner: 'default/db', slot: '1' })).toMatchObject({
    key: 'ordinalWaits',
  });
  tick();
  expect([names(), available()]).toEqual([['db-0', 'db-1'], 1]);
  report(world, 'db-1', true);
  const template = { metadata: { labels }, spec: { containers: [{ name: 'app', image: 'villa:1.0' }] } };
  act(world, { verb: 'apply', manifest: stateful({ replicas: 2, minReadySeconds: 10, template }) });
  tick(9);
  expect(leaving(world)).toEqual([]);
  tick(2);
  expect(leaving(world)).toEqual(['db-1']);
  settle(world);
  tick();
  settle(world);
  tick(9);
  expect(leaving(world)).toEqual([]);
  tick(2);
  expect(leaving(world)).toEqual(['db-0']);
});

test('STS-2 a pod that waits gets a claim anew, where the one before was deleted under it', () => {
  const simulation = startedSimulation(aSetup({ nodes: 1 }));
  const world = simulation.store;
  publishHouse(world, 'hut:1.0');
  const claim = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } };
  const volumeClaimTemplates = [{ metadata: { name: 'data' }, spec: claim }];
  act(world, { verb: 'apply', manifest: stateful({ replicas: 1, volumeClaimTemplates }) });
  run(simulation, 20);
  const key = 'default/data-db-0';
  const before = must(world.get('PersistentVolumeClaim', key), key).metadata.uid;
  act(world, { verb: 'delete', kind: 'PersistentVolumeClaim', key });
  act(world, { verb: 'delete', kind: 'Pod', key: 'default/db-0', gracePeriodSeconds: 1 });
  run(simulation, 30);
  expect(podOf(world, 'db-0').status.phase).toBe('Running');
  expect(must(world.get('PersistentVolumeClaim', key), key).metadata.uid).not.toBe(before);
});

test('STS-2 a claim that goes under a pod that waits is made anew at once, but not in a closing namespace (seed 373635)', () => {
  const simulation = startedSimulation(aSetup({ nodes: [{ name: 'n', cpuMilli: 100 }] }));
  const world = simulation.store;
  const namespace = 'annex';
  const key = 'annex/data-db-0';
  const claim = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } };
  const app = { name: 'app', image: 'hut:1.0', resources: { requests: { cpu: '2' } } };
  const set = stateful({
    replicas: 1,
    template: { metadata: { labels }, spec: { containers: [app] } },
    volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: claim }],
  });
  const district = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } } as const;
  act(world, { verb: 'apply', manifest: MANIFESTS.Namespace.parse(district) });
  act(world, { verb: 'apply', manifest: { ...set, metadata: { ...set.metadata, namespace } } });
  run(simulation, 20);
  expect(world.get('Pod', 'annex/db-0')?.status.phase).toBe('Pending');
  act(world, { verb: 'delete', kind: 'PersistentVolumeClaim', key });
  expect(world.get('PersistentVolumeClaim', key)).toBeUndefined();
  run(simulation, 1);
  expect(world.get('PersistentVolumeClaim', key)).toBeDefined();
  act(world, { verb: 'delete', kind: 'Namespace', key: namespace });
  run(simulation, 30);
  expect(world.get('Namespace', namespace)).toBeUndefined();
});

test('STS-6 who is unwell is not taken down before somebody unwell below it', () => {
  const { world, tick } = readySet();
  for (const name of ['db-2', 'db-3']) report(world, name, false);
  act(world, { verb: 'apply', manifest: stateful({ replicas: 1 }) });
  tick(10);
  expect(leaving(world)).toEqual([]);
  report(world, 'db-2', true);
  tick(2);
  expect(leaving(world)).toEqual(['db-3']);
  world.remove('Pod', 'default/db-3');
  tick(2);
  expect(leaving(world)).toEqual(['db-2']);
});

test('STS-6 who is well may go first, and Parallel waits for nobody', () => {
  const ordered = readySet();
  report(ordered.world, 'db-1', false);
  act(ordered.world, { verb: 'apply', manifest: stateful({ replicas: 1 }) });
  ordered.tick(2);
  expect(leaving(ordered.world)).toEqual(['db-3']);
  const parallel = readySet({ podManagementPolicy: 'Parallel' });
  for (const name of ['db-2', 'db-3']) report(parallel.world, name, false);
  act(parallel.world, { verb: 'apply', manifest: stateful({ replicas: 1, podManagementPolicy: 'Parallel' }) });
  parallel.tick(2);
  expect(leaving(parallel.world)).toEqual(['db-1', 'db-2', 'db-3']);
});

test('STS-7 who leaves counts as a replica until it is gone, and as of no plan', () => {
  const { world, tick } = readySet();
  const status = () => must(world.get('StatefulSet', 'default/db'), 'db').status;
  expect(status()).toMatchObject({ replicas: 4, readyReplicas: 4, currentReplicas: 4, updatedReplicas: 4 });
  act(world, { verb: 'delete', kind: 'Pod', key: 'default/db-3' });
  tick(2);
  expect(status()).toMatchObject({ replicas: 4, readyReplicas: 4, currentReplicas: 3, updatedReplicas: 3 });
  world.remove('Pod', 'default/db-3');
  tick(2);
  expect(status()).toMatchObject({ replicas: 4, readyReplicas: 3, updatedReplicas: 4 });
});
