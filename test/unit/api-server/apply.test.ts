// What the business hall's counters accept, fill in and refuse.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MANIFESTS, type Manifest, type ManifestKind } from '../../../shared/api/kinds.ts';
import type { FullLabelSelector } from '../../../shared/api/selectors.ts';
import { podsMatching } from '../../../shared/cluster/api-server/select-pods.ts';
import { must } from '../../../shared/base/assert.ts';
import { REVISION_ANNOTATION } from '../../../shared/api/deployment.ts';
import { defaultPullPolicy } from '../../../shared/cluster/api-server/pod-defaults.ts';
import { VERBS, type Verb } from '../../../shared/cluster/verbs/table.ts';
import type { Store } from '../../../shared/store/store.ts';
import { act, aConfigMap, aDeployment, aPod, aService, aWorld, podOf, storedPod } from '../../support/builders.ts';
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

const probe = { httpGet: { port: 80 }, successThreshold: 2 };

test.each<[string, Manifest, string, string]>([
  ['no selector', web({ selector: { matchLabels: {} } }), 'invalidSelectorEmpty', 'spec.selector'],
  [
    'a selector that misses',
    web({ selector: { matchLabels: { app: 'other' } } }),
    'invalidSelectorMismatch',
    'spec.template.metadata.labels',
  ],
  [
    'no room to roll',
    web({ strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: '0%' } } }),
    'invalidNoRoom',
    'spec.strategy.rollingUpdate.maxUnavailable',
  ],
  [
    'a job in disguise',
    web({}, { restartPolicy: 'Never' }),
    'invalidRestartPolicy',
    'spec.template.spec.restartPolicy',
  ],
  [
    'a deadline before readiness',
    web({ minReadySeconds: 60, progressDeadlineSeconds: 60 }),
    'invalidDeadline',
    'spec.progressDeadlineSeconds',
  ],
  [
    'two of one name',
    aPod('a', {
      containers: [
        { name: 'x', image: 'a:1' },
        { name: 'x', image: 'b:1' },
      ],
    }),
    'invalidDuplicateContainer',
    'spec.containers[1].name',
  ],
  [
    'more than the limit',
    aPod('a', { cpu: '2', cpuLimit: '1500m' }),
    'invalidRequestAboveLimit',
    'spec.containers[0].resources.requests',
  ],
  [
    'an odd probe',
    aPod('a', { container: { livenessProbe: probe } }),
    'invalidProbeThreshold',
    'spec.containers[0].livenessProbe.successThreshold',
  ],
  [
    'a variable from two places',
    aPod('a', {
      container: { env: [{ name: 'TEA', value: 'green', valueFrom: { configMapKeyRef: { name: 'a', key: 'TEA' } } }] },
    }),
    'invalidVariable',
    'spec.containers[0].env[0].valueFrom',
  ],
  [
    'a selector that nobody can ask',
    web({ selector: { matchExpressions: [{ key: 'app', operator: 'In', values: [] }] } }),
    'invalidRequirement',
    'spec.selector.matchExpressions[0].values',
  ],
])('API-3 422 for %s', (_name, manifest, key, field) => {
  const world = aWorld();
  const { revision } = world;
  expect(apply(world, manifest)).toMatchObject({ code: 422, reason: 'Invalid', key, details: { field } });
  expect(world.revision).toBe(revision);
});

test("API-3 the words are the API server's own, and name every error", () => {
  const world = aWorld();
  expect(
    apply(world, web({ selector: { matchLabels: { app: 'other' } }, progressDeadlineSeconds: 5, minReadySeconds: 9 }))
      ?.message,
  ).toBe(
    'Deployment.apps "web" is invalid: [spec.template.metadata.labels: Invalid value: {"app":"web"}: `selector` does not match template `labels`, spec.progressDeadlineSeconds: Invalid value: 5: must be greater than minReadySeconds]',
  );
});

test('API-3 a selector never changes', () => {
  const world = aWorld({ manifests: [web({}, { labels: { tier: 'front' } })] });
  const changed = web({ selector: { matchLabels: { tier: 'front' } } }, { labels: { tier: 'front' } });
  expect(apply(world, changed)).toMatchObject({ code: 422, key: 'invalidSelectorImmutable' });
});

test('API-9 labels and expressions of a selector must all hold', () => {
  const selector = (operator: 'In' | 'NotIn' | 'Exists', values?: readonly string[]): FullLabelSelector => ({
    matchExpressions: [{ key: 'app', operator, values }],
  });
  const { world, tick } = aTownHall();
  expect(apply(world, web({ selector: selector('NotIn', ['web']) }))).toMatchObject({ key: 'invalidSelectorMismatch' });
  expect(apply(world, web({ replicas: 2, selector: selector('In', ['web', 'shop']) }))).toBeNull();
  tick(4);
  expect(pods(world)).toHaveLength(2);
  expect(podsMatching(world, 'default', selector('Exists'))).toHaveLength(2);
  expect(podsMatching(world, 'default', selector('In', ['shop', 'web']))).toHaveLength(2);
  expect(podsMatching(world, 'default', selector('In', ['shop']))).toEqual([]);
  expect(podsMatching(world, 'default', { matchLabels: {} })).toEqual([]);
});

test('API-4 an update of what has changed since it was read is refused', () => {
  const world = aWorld({ manifests: [aConfigMap('furniture')] });
  const read = must(world.get('ConfigMap', 'default/furniture'), 'furniture').metadata.resourceVersion;
  const written = (chair: string): Manifest => {
    const manifest = aConfigMap('furniture', { chair });
    return { ...manifest, metadata: { ...manifest.metadata, resourceVersion: String(read) } };
  };
  expect(apply(world, written('1'))).toBeNull();
  expect(apply(world, written('2'))).toMatchObject({ code: 409, reason: 'Conflict', key: 'objectModified' });
});

test('API-4 a pod that is being deleted may be changed, and goes all the same', () => {
  const world = aWorld({ manifests: [aPod('a', { node: 'node-1' })] });
  act(world, { verb: 'delete', kind: 'Pod', key: 'default/a' });
  const { uid, deletionTick } = podOf(world, 'a').metadata;
  const { revision } = world;
  expect(apply(world, aPod('a', { node: 'node-1' }))).toBeNull();
  expect(world.revision).toBe(revision);
  expect(apply(world, aPod('a', { node: 'node-1', labels: { app: 'a' } }))).toBeNull();
  expect(podOf(world, 'a').metadata).toMatchObject({ uid, deletionTick, labels: { app: 'a' } });
});

test('API-5 a pod that stands is never rebuilt, but for its image', () => {
  const world = aWorld({ manifests: [aPod('a', { image: 'villa:1' })] });
  expect(apply(world, aPod('a', { image: 'villa:1', cpu: '2' }))).toMatchObject({
    code: 422,
    key: 'invalidPodImmutable',
  });
  expect(apply(world, aPod('a', { image: 'villa:2' }))).toBeNull();
  expect(podOf(world, 'a').spec.containers[0]?.image).toBe('villa:2');
  expect(apply(world, aPod('a', { image: 'villa:2', labels: { app: 'a' } }))).toBeNull();
  expect(podOf(world, 'a').metadata.labels).toEqual({ app: 'a' });
});

test('API-6 delete lets a running pod go in peace, unless told not to wait', () => {
  const world = aWorld({ manifests: [aPod('held', { node: 'node-1' }), aPod('free')] });
  const remove = (key: string, gracePeriodSeconds?: number) =>
    act(world, {
      verb: 'delete',
      kind: 'Pod',
      key,
      ...(gracePeriodSeconds === undefined ? {} : { gracePeriodSeconds }),
    });
  expect([remove('default/free'), remove('default/held')]).toEqual([null, null]);
  expect(world.keys('Pod')).toEqual(['default/held']);
  expect(podOf(world, 'held').metadata).toMatchObject({ deletionTick: 0, deletionGracePeriodTicks: 30 });
  expect(remove('default/held')).toMatchObject({ code: 409, key: 'alreadyTerminating' });
  expect(remove('default/held', 0)).toBeNull();
  expect(world.count('Pod')).toBe(0);
  expect(remove('default/held')).toMatchObject({ code: 404, key: 'notFound' });
});

test('API-6 a pod that is over waits for no kubelet', () => {
  const world = aWorld({ nodes: 1 });
  for (const phase of ['Succeeded', 'Failed'] as const)
    storedPod(world, phase.toLowerCase(), { node: 'node-1', phase });
  expect(act(world, { verb: 'delete', kind: 'Pod', key: 'default/succeeded' })).toBeNull();
  expect(act(world, { verb: 'delete', kind: 'Pod', key: 'default/failed', gracePeriodSeconds: 60 })).toBeNull();
  expect(world.count('Pod')).toBe(0);
});

test.each(Object.keys(MANIFESTS) as ManifestKind[])('API-6 what a manifest made can be deleted: %s', (kind) => {
  const verb = { verb: 'delete', kind, key: 'thing' };
  expect(VERBS.delete.schema.safeParse(verb).success).toBe(true);
});

test('API-6 a PriorityClass that is gone counts for pods that come after it as none', () => {
  const world = aWorld();
  const rank = { apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', metadata: { name: 'gold' }, value: 7 };
  act(world, { verb: 'apply', manifest: rank } as Verb);
  expect(apply(world, aPod('a', { priorityClassName: 'gold' }))).toBeNull();
  expect(act(world, { verb: 'delete', kind: 'PriorityClass', key: 'gold' })).toBeNull();
  expect(podOf(world, 'a').spec.priority).toBe(7);
  expect(apply(world, aPod('b', { priorityClassName: 'gold' }))).toMatchObject({ key: 'priorityClassMissing' });
});

const setOf = (spec: object): Manifest =>
  ({
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 'web' },
    spec: {
      serviceName: 'web',
      selector: { matchLabels: { app: 'web' } },
      template: {
        metadata: { labels: { app: 'web', tier: 'a' } },
        spec: { containers: [{ name: 'a', image: 'hut:1' }] },
      },
      ...spec,
    },
  }) as unknown as Manifest;
const claimTemplate = {
  metadata: { name: 'chest' },
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
};

test.each([
  ['serviceName', { serviceName: 'other' }],
  ['podManagementPolicy', { podManagementPolicy: 'Parallel' }],
  ['selector', { selector: { matchLabels: { tier: 'a' } } }],
  ['volumeClaimTemplates', { volumeClaimTemplates: [claimTemplate] }],
])('API-10 %s of a StatefulSet stays', (_field, spec) => {
  const world = aWorld({ manifests: [setOf({})] });
  expect(apply(world, setOf({ replicas: 3, minReadySeconds: 2, updateStrategy: { type: 'OnDelete' } }))).toBeNull();
  expect(apply(world, setOf(spec))).toMatchObject({
    code: 422,
    key: 'invalidStatefulSetImmutable',
    message: expect.stringContaining(
      "spec: Forbidden: updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden",
    ),
  });
});

test('API-10 how much work a Job is stays', () => {
  const jobOf = (spec: object): Manifest =>
    ({
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { name: 'dig' },
      spec: { template: { spec: { restartPolicy: 'Never', containers: [{ name: 'a', image: 'hut:1' }] } }, ...spec },
    }) as unknown as Manifest;
  const world = aWorld({ manifests: [jobOf({})] });
  expect(apply(world, jobOf({ completions: 1 }))).toBeNull();
  expect(apply(world, jobOf({ completions: 3 }))).toMatchObject({
    key: 'invalidJobImmutable',
    details: { field: 'spec.completions' },
  });
  expect(apply(world, jobOf({ parallelism: 2, completions: 1, backoffLimit: 1 }))).toBeNull();
});

test.each([
  [[{ port: 80 }, { port: 443 }], 'invalidPortName', 'spec.ports[0].name'],
  [
    [
      { name: 'a', port: 80 },
      { name: 'a', port: 443 },
    ],
    'invalidDuplicatePort',
    'spec.ports[1].name',
  ],
  [
    [
      { name: 'a', port: 80 },
      { name: 'b', port: 80, protocol: 'TCP' },
    ],
    'invalidDuplicatePort',
    'spec.ports[1]',
  ],
])('API-11 ports %j cannot be told apart', (ports, key, field) => {
  const service = aService('web') as unknown as { readonly spec: object };
  const manifest = { ...service, spec: { ...service.spec, ports } } as unknown as Manifest;
  expect(apply(aWorld(), manifest)).toMatchObject({ code: 422, key, details: { field } });
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
