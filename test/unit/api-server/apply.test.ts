// What the business hall's counters accept and fill in.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Manifest } from '../../../shared/api/kinds.ts';
import { REVISION_ANNOTATION } from '../../../shared/api/deployment.ts';
import { defaultPullPolicy } from '../../../shared/cluster/api-server/pod-defaults.ts';
import type { Store } from '../../../shared/store/store.ts';
import { act, aConfigMap, aDeployment, aPod, aService, aWorld, podOf } from '../../support/builders.ts';
import { aTownHall, deploymentOf, pods } from '../../support/town-hall.ts';

const apply = (world: Store, manifest: Manifest) => act(world, { verb: 'apply', manifest });
const web = (spec: object = {}, options: Parameters<typeof aDeployment>[1] = {}) =>
  aDeployment('web', { ...options, spec });

test('API-1 apply creates, then changes the spec only, and counts that', () => {
  const { world, tick } = aTownHall();
  expect(apply(world, aDeployment('web', { replicas: 1 }))).toBeNull();
  tick(3);
  const before = deploymentOf(world, 'web');
  expect(apply(world, aDeployment('web', { replicas: 4 }))).toBeNull();
  const after = deploymentOf(world, 'web');
  expect(after).toMatchObject({
    metadata: { uid: before.metadata.uid, generation: before.metadata.generation + 1 },
    spec: { replicas: 4 },
    status: before.status,
  });
  expect(after.metadata.annotations[REVISION_ANNOTATION]).toBe('1');
});

test('API-1 API-8 the same manifest again writes nothing', () => {
  const manifests: Manifest[] = [
    aDeployment('web'),
    aService('web'),
    aConfigMap('furniture', { chair: '4' }),
    aPod('alone'),
  ];
  const world = aWorld({ manifests });
  const { revision } = world;
  for (const manifest of manifests) expect(apply(world, manifest)).toBeNull();
  expect(world.revision).toBe(revision);
});

test.each([
  ['villa', 'Always'],
  ['villa:latest', 'Always'],
  ['villa:1.0', 'IfNotPresent'],
  ['localhost:5000/villa', 'Always'],
  ['localhost:5000/villa:2', 'IfNotPresent'],
  [`villa@sha256:${'a'.repeat(64)}`, 'IfNotPresent'],
  ['Not A Name', 'IfNotPresent'],
])('API-2 an image "%s" is pulled %s', (image, policy) => {
  expect(defaultPullPolicy(image)).toBe(policy);
});

test('API-2 a pull policy of yesterday outlives a new tag', () => {
  const world = aWorld({ manifests: [web({}, { image: 'villa:1.0' })] });
  apply(world, web({}, { image: 'villa:latest' }));
  expect(deploymentOf(world, 'web').spec.template.spec.containers[0]).toMatchObject({
    image: 'villa:latest',
    imagePullPolicy: 'IfNotPresent',
  });
});

test('API-2 pods tolerate trouble for five minutes, and ask for what they are limited to', () => {
  const world = aWorld({
    manifests: [
      aPod('a', { cpuLimit: '500m', memoryLimit: '64Mi' }),
      aPod('b', { tolerations: [{ operator: 'Exists' }] }),
    ],
  });
  const { spec } = podOf(world, 'a');
  expect(spec.containers[0]?.resources.requests).toEqual({ cpu: '500m', memory: '64Mi' });
  expect(spec.tolerations.map(({ key, effect, tolerationSeconds }) => [key, effect, tolerationSeconds])).toEqual([
    ['node.kubernetes.io/not-ready', 'NoExecute', 300],
    ['node.kubernetes.io/unreachable', 'NoExecute', 300],
  ]);
  expect(podOf(world, 'b').spec.tolerations).toHaveLength(1);
});

test('API-2 pods of one template share their spec', () => {
  const { world, tick } = aTownHall({ manifests: [aDeployment('web', { replicas: 2 })] });
  tick();
  const [first, second] = pods(world);
  expect(first?.spec).toBe(second?.spec);
});

test('API-7 every Service has an address of its own, for life', () => {
  const world = aWorld();
  const names = Array.from({ length: 200 }, (_, index) => `s${index}`);
  for (const name of names) apply(world, aService(name));
  const addresses = [...world.list('Service')].map((service) => service.status.clusterIP);
  expect(new Set(addresses).size).toBe(names.length);
  for (const address of addresses) expect(address).toMatch(/^10\.96\.\d+\.\d+$/);
  const before = world.get('Service', 'default/s1')?.status.clusterIP;
  apply(world, aService('s1', { port: 81 }));
  expect(world.get('Service', 'default/s1')).toMatchObject({
    spec: { ports: [{ port: 81 }] },
    status: { clusterIP: before },
  });
});

test('API-1 scale and setImage change the wish, and refuse what is not there', () => {
  const world = aWorld({ manifests: [aDeployment('web')] });
  const deployment = 'default/web';
  expect(act(world, { verb: 'scale', deployment, replicas: 5 })).toBeNull();
  expect(act(world, { verb: 'setImage', deployment, container: 'app', image: 'villa:9' })).toBeNull();
  expect(deploymentOf(world, 'web').spec).toMatchObject({
    replicas: 5,
    template: { spec: { containers: [{ image: 'villa:9' }] } },
  });
  expect(act(world, { verb: 'setImage', deployment, container: 'cellar', image: 'villa:9' })).toMatchObject({
    code: 404,
    key: 'containerNotFound',
  });
  for (const verb of ['undoRollout', 'createReplicaSet'] as const) {
    expect(act(world, { verb, deployment: 'default/nobody' })).toMatchObject({ code: 404, key: 'notFound' });
  }
});

test('API-8 no verb of the steward or the builders writes before it refuses', () => {
  const key = fc.constantFrom('default/web', 'default/alone', 'default/nobody');
  const verbs = fc.oneof(
    fc.record({ verb: fc.constant('scale' as const), deployment: key, replicas: fc.nat(5) }),
    fc.record({ verb: fc.constant('undoRollout' as const), deployment: key }),
    fc.record({ verb: fc.constant('createReplicaSet' as const), deployment: key }),
    fc.record({ verb: fc.constant('evict' as const), pod: key }),
    fc.record({ verb: fc.constant('publishEndpoints' as const), service: key }),
    fc.record({
      verb: fc.constant('delete' as const),
      kind: fc.constantFrom('Pod' as const, 'Deployment' as const),
      key,
    }),
    fc.record({
      verb: fc.constant('collect' as const),
      kind: fc.constantFrom('Pod' as const, 'EndpointSlice' as const),
      key,
    }),
    fc.record({
      verb: fc.constant('markNode' as const),
      node: fc.constantFrom('node-1', 'nowhere'),
      ready: fc.constant('Unknown' as const),
    }),
  );
  fc.assert(
    fc.property(fc.array(verbs, { maxLength: 30 }), (list) => {
      const { world, tick } = aTownHall({
        manifests: [aDeployment('web', { replicas: 1 }), aService('web'), aPod('alone', { node: 'node-1' })],
      });
      for (const verb of list) {
        const { revision } = world;
        if (act(world, verb) !== null) expect(world.revision).toBe(revision);
        tick();
      }
    }),
    { numRuns: 50 },
  );
});
