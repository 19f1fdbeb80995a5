// What of an object that is there may change, and how it is told to go.
import { expect, test } from 'vitest';
import { MANIFESTS, type Manifest, type ManifestKind } from '../../../shared/api/kinds.ts';
import type { Toleration } from '../../../shared/api/pod.ts';
import { must } from '../../../shared/base/assert.ts';
import { VERBS, type Verb } from '../../../shared/cluster/verbs/table.ts';
import type { Store } from '../../../shared/store/store.ts';
import { act, aConfigMap, aPod, aWorld, podOf, storedPod } from '../../support/builders.ts';

const apply = (world: Store, manifest: Manifest) => act(world, { verb: 'apply', manifest });

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

const tolerating = (tolerationSeconds: number): Partial<Toleration> => ({
  key: 'tea',
  operator: 'Exists',
  value: '',
  effect: 'NoExecute',
  tolerationSeconds,
});

test('API-5 a pod may tolerate for another time, and nothing less; no container comes or goes', () => {
  const pod = (tolerations: readonly object[], more: object = {}) => aPod('a', { tolerations, ...more } as object);
  const world = aWorld({ manifests: [pod([tolerating(5)])] });
  expect(apply(world, pod([tolerating(60)]))).toBeNull();
  expect(podOf(world, 'a').spec.tolerations[0]).toMatchObject({ key: 'tea', tolerationSeconds: 60 });
  expect(apply(world, pod([{ ...tolerating(60), key: 'milk' }]))).toMatchObject({
    key: 'invalidPodImmutable',
    message: expect.stringContaining('existing toleration can not be modified except its tolerationSeconds'),
  });
  const containers = ['a', 'b'].map((name) => ({ name, image: 'hut:1' }));
  expect(apply(world, pod([tolerating(60)], { containers }))).toMatchObject({
    key: 'invalidPodImmutable',
    message: expect.stringContaining('spec.containers: Forbidden: pod updates may not add or remove containers'),
  });
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

test('API-6 a pod without a time of grace is gone at once, unless it is given some', () => {
  const pods = ['a', 'b'].map((name) => aPod(name, { node: 'node-1', gracePeriodSeconds: 0 }));
  const world = aWorld({ manifests: pods });
  expect(act(world, { verb: 'delete', kind: 'Pod', key: 'default/a' })).toBeNull();
  expect(act(world, { verb: 'delete', kind: 'Pod', key: 'default/b', gracePeriodSeconds: 5 })).toBeNull();
  expect(world.keys('Pod')).toEqual(['default/b']);
  expect(podOf(world, 'b').metadata.deletionGracePeriodTicks).toBe(5);
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

test('SCHED-49 a PriorityClass stands as it was written, under a name of its own, and one alone is the default', () => {
  const world = aWorld();
  const rank = (name: string, value: number, more: object = {}) =>
    act(world, {
      verb: 'apply',
      manifest: { apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', metadata: { name }, value, ...more },
    } as Verb);
  expect(rank('gold', 7, { globalDefault: true })).toBeNull();
  expect(rank('gold', 7, { globalDefault: true, description: 'shines' })).toBeNull();
  expect(rank('gold', 8, { globalDefault: true })).toMatchObject({ code: 422, key: 'priorityClassFixed' });
  expect(rank('gold', 7, { globalDefault: true, preemptionPolicy: 'Never' })).toMatchObject({
    key: 'priorityClassFixed',
    details: { field: 'preemptionPolicy' },
  });
  expect(rank('silver', 3, { globalDefault: true })).toMatchObject({ code: 403, key: 'priorityDefaultTaken' });
  expect(rank('silver', 3)).toBeNull();
  expect(rank('system-tea', 3)).toMatchObject({ code: 422, key: 'priorityClassReserved' });
});

test('SCHED-54 a pod that stands keeps its priority, whatever has become of its class', () => {
  const world = aWorld();
  const rank = (value: number) => ({
    apiVersion: 'scheduling.k8s.io/v1',
    kind: 'PriorityClass',
    metadata: { name: 'gold' },
    value,
  });
  const gold = (labels: Record<string, string>, priority?: number): Manifest => {
    const manifest = aPod('a', { priorityClassName: 'gold', labels });
    return priority === undefined ? manifest : { ...manifest, spec: { ...manifest.spec, priority } };
  };
  act(world, { verb: 'apply', manifest: rank(7) } as Verb);
  expect(apply(world, gold({}))).toBeNull();
  act(world, { verb: 'delete', kind: 'PriorityClass', key: 'gold' });
  expect(apply(world, gold({ app: 'a' }))).toBeNull();
  act(world, { verb: 'apply', manifest: rank(8) } as Verb);
  expect(apply(world, gold({ app: 'b' }))).toBeNull();
  expect(podOf(world, 'a')).toMatchObject({ metadata: { labels: { app: 'b' } }, spec: { priority: 7 } });
  expect(apply(world, gold({ app: 'b' }, 8))).toMatchObject({ code: 422, key: 'invalidPodImmutable' });
});

test('SCHED-54 a pod does not say itself whether it pushes others out', () => {
  const world = aWorld();
  const pod = (name: string, preemptionPolicy: 'Never' | 'PreemptLowerPriority'): Manifest => {
    const manifest = aPod(name);
    return { ...manifest, spec: { ...manifest.spec, preemptionPolicy } };
  };
  expect(apply(world, pod('a', 'Never'))).toMatchObject({ code: 403, key: 'preemptionByHand' });
  expect(apply(world, pod('b', 'PreemptLowerPriority'))).toBeNull();
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
