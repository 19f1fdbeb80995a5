// Address lists, and what is left behind.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { must } from '../../../shared/base/assert.ts';
import { podManifest } from '../../../shared/api/pod.ts';
import { EVENT_TTL_TICKS } from '../../../shared/cluster/api-server/events.ts';
import { endpointConditions, isEndpoint } from '../../../shared/cluster/controllers/endpoints/endpoints.ts';
import type { Store } from '../../../shared/store/store.ts';
import { act, aDeployment, aService, aPod, join, startedSimulation, aSetup, run } from '../../support/builders.ts';
import { aTownHall, events, pods, report, settle } from '../../support/town-hall.ts';

const slice = (world: Store) => must(world.get('EndpointSlice', 'default/web'), 'slice');
const labels = { app: 'web' };
const hut = { name: 'app', image: 'hut:1.0' };
const door = { ...hut, ports: [{ name: 'web', containerPort: 8080 }] };
const proxy = { name: 'proxy', image: 'hut:1.0', ports: [{ name: 'web', containerPort: 15001 }] };

test.each([
  ['Running', '1.2.3.4', false, true],
  ['Running', '', false, false],
  ['Succeeded', '1.2.3.4', false, false],
  ['Failed', '1.2.3.4', false, false],
  ['Pending', '1.2.3.4', true, true],
] as const)('EP-1 %s with IP "%s", terminating %s: %s', (phase, podIP, isTerminating, expected) => {
  expect(isEndpoint({ phase, podIP, isTerminating }, true)).toBe(expected);
});

test('EP-2 ready is serving and not terminating', () => {
  fc.assert(
    fc.property(fc.boolean(), fc.boolean(), (isReady, terminating) => {
      const { ready, serving } = endpointConditions(isReady, terminating, false);
      expect([ready, serving]).toEqual([isReady && !terminating, isReady]);
    }),
  );
});

test('EP-2 EP-3 EP-4 the slice follows its pods within a tick', () => {
  const { world, tick } = aTownHall({
    manifests: [aService('web'), aPod('a', { labels }), aPod('b', { labels }), aPod('other')],
  });
  tick();
  expect(slice(world)).toMatchObject({
    endpoints: [],
    metadata: { ownerReferences: [{ kind: 'Service', name: 'web' }] },
  });
  report(world, 'a', true);
  report(world, 'b', false);
  report(world, 'other', true);
  tick();
  expect(slice(world).endpoints.map(({ podKey, ready }) => [podKey, ready])).toEqual([
    ['default/a', true],
    ['default/b', false],
  ]);
  act(world, { verb: 'delete', kind: 'Pod', key: 'default/a' });
  tick();
  expect(slice(world).endpoints[0]).toMatchObject({ ready: false, serving: true, terminating: true });
});

test.each([
  ['a sidecar', { initContainers: [{ ...proxy, restartPolicy: 'Always' }], containers: [hut] }, [15001]],
  [
    'a container before a sidecar',
    { initContainers: [{ ...proxy, restartPolicy: 'Always' }], containers: [door] },
    [8080],
  ],
  ['an init container that ends', { initContainers: [proxy], containers: [hut] }, []],
  ['another protocol', { containers: [{ ...hut, ports: [{ name: 'web', containerPort: 53, protocol: 'UDP' }] }] }, []],
] as const)('EP-8 the name of a port on %s', (_where, spec, ports) => {
  const service = aService('web');
  const named = { ...service, spec: { ...service.spec, ports: [{ port: 80, targetPort: 'web' }] } };
  const pod = podManifest.parse({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a', labels }, spec });
  const { world, tick } = aTownHall({ manifests: [named, pod] });
  report(world, 'a', true);
  tick();
  expect(slice(world).endpoints.map(({ port }) => port)).toEqual(ports);
});

test('EP-4 by hand nobody publishes but the steward', () => {
  const simulation = startedSimulation(
    aSetup({ startMode: 'hand', manifests: [aService('web'), aPod('a', { labels })] }),
  );
  join(simulation, ['controller-manager']);
  run(simulation, 5);
  expect(simulation.store.get('EndpointSlice', 'default/web')).toBeUndefined();
  expect(act(simulation.store, { verb: 'publishEndpoints', service: 'default/web' })).toBeNull();
  expect(slice(simulation.store).endpoints).toHaveLength(1);
});

test('EP-5 GC-1 a slice goes with its Service', () => {
  const { world, tick } = aTownHall({ manifests: [aService('web')] });
  tick();
  act(world, { verb: 'delete', kind: 'Service', key: 'default/web' });
  tick();
  expect(world.get('EndpointSlice', 'default/web')).toBeUndefined();
});

test('GC-1 deleting a Deployment takes down all below it, pods gracefully', () => {
  const { world, tick } = aTownHall({ manifests: [aDeployment('web', { replicas: 2 })] });
  tick();
  settle(world);
  act(world, { verb: 'delete', kind: 'Deployment', key: 'default/web' });
  tick(2);
  expect(world.count('ReplicaSet')).toBe(0);
  expect(pods(world).map((pod) => pod.metadata.deletionGracePeriodTicks)).toEqual([30, 30]);
  const { revision } = world;
  tick(5);
  expect(world.revision).toBe(revision);
});

test('GC-1 an owner of the same name but another uid is no owner', () => {
  const { world, tick } = aTownHall({ manifests: [aDeployment('web', { replicas: 1 })] });
  tick();
  const [orphan] = pods(world);
  act(world, { verb: 'delete', kind: 'Deployment', key: 'default/web' });
  act(world, { verb: 'apply', manifest: aDeployment('web', { replicas: 1 }) });
  tick(3);
  expect(pods(world)).toHaveLength(1);
  expect(pods(world)[0]?.metadata.uid).not.toBe(orphan?.metadata.uid);
});

test('GC-2 pods and lease of a node that is no more are removed', () => {
  const { world, tick } = aTownHall({ nodes: 2, manifests: [aPod('a', { labels })] });
  report(world, 'a', true, 'node-2');
  tick();
  world.remove('Node', 'node-2');
  tick();
  expect([world.count('Pod'), world.get('Lease', 'kube-node-lease/node-2')]).toEqual([0, undefined]);
});

test('GC-3 Events go an hour after they last happened', () => {
  const { world, tick } = aTownHall({ manifests: [aDeployment('web', { replicas: 1 })] });
  tick(EVENT_TTL_TICKS);
  expect(events(world, 'SuccessfulCreate')).toHaveLength(1);
  tick(1);
  expect(events(world, 'SuccessfulCreate')).toHaveLength(0);
});

test('GC-4 what has an owner is not garbage', () => {
  const { world, tick } = aTownHall({ manifests: [aDeployment('web', { replicas: 1 }), aService('web')] });
  tick();
  for (const kind of ['Pod', 'ReplicaSet', 'EndpointSlice', 'Event', 'Lease'] as const) {
    const key = must(world.keys(kind)[0], kind);
    expect(act(world, { verb: 'collect', kind, key })).toMatchObject({ code: 409, key: 'stillOwned' });
  }
});
