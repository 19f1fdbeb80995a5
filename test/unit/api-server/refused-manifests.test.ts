// What the business hall's counters refuse.
import { expect, test } from 'vitest';
import { MANIFESTS, type Manifest } from '../../../shared/api/kinds.ts';
import type { Container, Toleration } from '../../../shared/api/pod.ts';
import type { FullLabelSelector } from '../../../shared/api/selectors.ts';
import { serviceManifest } from '../../../shared/api/service.ts';
import { podsMatching } from '../../../shared/cluster/api-server/select-pods.ts';
import type { Store } from '../../../shared/store/store.ts';
import { act, aDeployment, aPod, aService, aWorld } from '../../support/builders.ts';
import { aTownHall, pods } from '../../support/town-hall.ts';

const apply = (world: Store, manifest: Manifest) => act(world, { verb: 'apply', manifest });
const web = (spec: object = {}, options: Parameters<typeof aDeployment>[1] = {}) =>
  aDeployment('web', { ...options, spec });

const toleration = (changes: object) => ({ operator: 'Equal', value: '', ...changes }) as Toleration;
const TEA = { name: 'a', key: 'TEA' };
function spreading(...constraints: readonly (readonly [string, 'DoNotSchedule' | 'ScheduleAnyway'])[]): Manifest {
  const manifest = aPod('a');
  const topologySpreadConstraints = constraints.map(([topologyKey, whenUnsatisfiable]) => ({
    maxSkew: 1,
    topologyKey,
    whenUnsatisfiable,
    labelSelector: { matchLabels: { app: 'a' } },
  }));
  return MANIFESTS.Pod.parse({ ...manifest, spec: { ...manifest.spec, topologySpreadConstraints } });
}
/** States something for the pod as a whole. */
function whole(resources: Partial<Container['resources']>, options: Parameters<typeof aPod>[1] = {}): Manifest {
  const manifest = aPod('a', options);
  return { ...manifest, spec: { ...manifest.spec, resources: { requests: {}, limits: {}, ...resources } } };
}
const withPorts = (name: string, ...ports: object[]) => ({
  name,
  image: 'hut:1',
  ports: ports.map((port) => ({ containerPort: 8080, ...port })),
});
const podText = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' } };
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
    'a variable of two maps',
    aPod('a', { container: { env: [{ name: 'TEA', valueFrom: { configMapKeyRef: TEA, secretKeyRef: TEA } }] } }),
    'invalidVariable',
    'spec.containers[0].env[0].valueFrom',
  ],
  [
    'variables of two maps',
    aPod('a', { container: { envFrom: [{ configMapRef: { name: 'a' }, secretRef: { name: 'a' } }] } }),
    'invalidVariable',
    'spec.containers[0].envFrom[0]',
  ],
  [
    'a pod that spreads twice over the same',
    spreading(
      ['zone', 'DoNotSchedule'],
      ['zone', 'ScheduleAnyway'],
      ['host', 'DoNotSchedule'],
      ['zone', 'DoNotSchedule'],
    ),
    'invalidRequirement',
    'spec.topologySpreadConstraints[3].{topologyKey, whenUnsatisfiable}',
  ],
  [
    'a selector that nobody can ask',
    web({ selector: { matchExpressions: [{ key: 'app', operator: 'In', values: [] }] } }),
    'invalidRequirement',
    'spec.selector.matchExpressions[0].values',
  ],
  [
    'a toleration of everything that is one value',
    aPod('a', { tolerations: [toleration({ value: 'tea' })] }),
    'invalidToleration',
    'spec.tolerations[0].operator',
  ],
  [
    'a toleration that runs out without driving anybody off',
    web({}, { tolerations: [toleration({ key: 'tea', effect: 'NoSchedule', tolerationSeconds: 5 })] }),
    'invalidToleration',
    'spec.template.spec.tolerations[0].effect',
  ],
  [
    'a toleration that exists with a value',
    aPod('a', { tolerations: [toleration({ key: 'tea', operator: 'Exists', value: 'green' })] }),
    'invalidToleration',
    'spec.tolerations[0].operator',
  ],
  [
    'one door of the node for two',
    aPod('a', { containers: [withPorts('x', { hostPort: 80 }), withPorts('y', { hostPort: 80 })] }),
    'invalidDuplicatePodPort',
    'spec.containers[1].ports[0].hostPort',
  ],
  [
    'two ports of one name',
    aPod('a', { containers: [withPorts('x', { name: 'web' }, { name: 'web', containerPort: 9090 })] }),
    'invalidDuplicatePodPort',
    'spec.containers[0].ports[1].name',
  ],
  [
    'a device without a limit',
    aPod('a', { container: { resources: { requests: { 'example.com/gpu': '1' } } } }),
    'invalidOvercommit',
    'spec.containers[0].resources.limits',
  ],
  [
    'less of a device than the limit',
    aPod('a', {
      container: { resources: { requests: { 'example.com/gpu': '1' }, limits: { 'example.com/gpu': '2' } } },
    }),
    'invalidOvercommit',
    'spec.containers[0].resources.requests',
  ],
  [
    'a pod that asks for less than its containers',
    whole({ requests: { cpu: '1' } }, { cpu: '1500m' }),
    'invalidPodResources',
    'spec.resources.requests[cpu]',
  ],
  [
    'a container with more than its pod',
    whole({ limits: { cpu: '1' } }, { cpu: '500m', cpuLimit: '2' }),
    'invalidPodResources',
    'spec.resources.containers[0].limits[cpu]',
  ],
  [
    'a pod that asks for more than its limit',
    whole({ requests: { memory: '2Gi' }, limits: { memory: '1Gi' } }),
    'invalidPodResources',
    'spec.resources.requests[memory]',
  ],
  [
    'a device for a pod as a whole',
    whole({ limits: { 'example.com/gpu': '1' } }),
    'invalidPodResources',
    'spec.resources',
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

test('API-3 one name in two containers, one door by two protocols, and a device asked for as it is limited are well', () => {
  const gpus = { 'example.com/gpu': '2' };
  const doors = aPod('doors', {
    containers: [
      withPorts('x', { name: 'web', hostPort: 80 }),
      { ...withPorts('y', { name: 'web', hostPort: 80, protocol: 'UDP' }), resources: { limits: gpus } },
    ],
    tolerations: [toleration({ operator: 'Exists' })],
  });
  expect(apply(aWorld(), doors)).toBeNull();
});

test('API-3 nobody is given half a device, or limited to half a pod or less than nothing', () => {
  const half = { resources: { limits: { 'example.com/gpu': '500m' } } };
  expect(
    MANIFESTS.Pod.safeParse({ ...podText, spec: { containers: [{ name: 'a', image: 'a', ...half }] } }).success,
  ).toBe(false);
  const quota = (hard: object) =>
    MANIFESTS.ResourceQuota.safeParse({
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: { name: 'q' },
      spec: { hard },
    });
  expect([{ pods: '500m' }, { cpu: '-1' }, { cpu: '500m', pods: '2' }].map((hard) => quota(hard).success)).toEqual([
    false,
    false,
    true,
  ]);
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

test('TYPE-4 API-11 a port of a Service may have a longer name than a container’s port', () => {
  const named = (name: string) => {
    const service = aService('web');
    return { ...service, spec: { ...service.spec, ports: [{ name, port: 80, targetPort: 'http-web-svc' }] } };
  };
  expect(serviceManifest.safeParse(named('name-of-service-port')).success).toBe(true);
  expect(apply(aWorld(), named('name-of-service-port'))).toBeNull();
  expect(serviceManifest.safeParse(named('Upper')).success).toBe(false);
  expect(serviceManifest.safeParse(named('x'.repeat(64))).success).toBe(false);
});
