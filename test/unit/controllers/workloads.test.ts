// StatefulSets, DaemonSets and Jobs among a town hall's controllers; the tests say how the pods fare.
import { expect, test } from 'vitest';
import { MANIFESTS } from '../../../shared/api/kinds.ts';
import { must } from '../../../shared/base/assert.ts';
import type { Store } from '../../../shared/store/store.ts';
import { act, aNode, aPod, podOf } from '../../support/builders.ts';
import { aTownHall, events, pods, report, settle } from '../../support/town-hall.ts';

const labels = { app: 'db' };
const container = { name: 'app', image: 'hut:1.0' };
const template = { metadata: { labels }, spec: { containers: [container] } };
const selector = { matchLabels: labels };

const stateful = (spec: object = {}) =>
  MANIFESTS.StatefulSet.parse({
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 'db' },
    spec: { replicas: 3, serviceName: 'db', selector, template, ...spec },
  });
const daemon = (spec: object = {}) =>
  MANIFESTS.DaemonSet.parse({
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name: 'well' },
    spec: { selector, template, ...spec },
  });
const jobSpec = (spec: object = {}) => ({
  template: { metadata: { labels }, spec: { containers: [container], restartPolicy: 'Never' } },
  ...spec,
});
const job = (spec: object = {}) =>
  MANIFESTS.Job.parse({ apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'work' }, spec: jobSpec(spec) });
const bell = (spec: object = {}) =>
  MANIFESTS.CronJob.parse({
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: { name: 'bell' },
    spec: { schedule: '* * * * *', jobTemplate: { spec: jobSpec() }, ...spec },
  });

const names = (world: Store): string[] => pods(world).map(({ metadata }) => metadata.name);
const jobOf = (world: Store, name = 'work') => must(world.get('Job', `default/${name}`), name);

function end(world: Store, name: string, phase: 'Succeeded' | 'Failed'): void {
  const pod = report(world, name, false);
  world.put({ ...pod, status: { ...pod.status, phase } });
}

test('STS-1 numbered, each only when those before are ready; the last goes first', () => {
  const { world, tick } = aTownHall({ nodes: 1, manifests: [stateful()] });
  tick();
  expect(names(world)).toEqual(['db-0']);
  tick(5);
  expect(names(world)).toEqual(['db-0']);
  expect(act(world, { verb: 'createPod', kind: 'StatefulSet', owner: 'default/db', slot: '1' })).toMatchObject({
    code: 409,
    key: 'ordinalWaits',
    details: { first: 0 },
  });
  for (let round = 0; round < 3; round += 1) {
    settle(world);
    tick();
  }
  expect(names(world)).toEqual(['db-0', 'db-1', 'db-2']);
  expect(podOf(world, 'db-1').metadata.labels).toMatchObject({
    'statefulset.kubernetes.io/pod-name': 'db-1',
    'apps.kubernetes.io/pod-index': '1',
  });
  expect(podOf(world, 'db-1').spec).toMatchObject({ hostname: 'db-1', subdomain: 'db' });
  settle(world);
  act(world, { verb: 'apply', manifest: stateful({ replicas: 1 }) });
  tick(2);
  expect(pods(world).filter(({ metadata }) => metadata.deletionTick !== null)).toHaveLength(1);
  expect(podOf(world, 'db-2').metadata.deletionTick).not.toBeNull();
  for (let round = 0; round < 3; round += 1) {
    settle(world);
    tick();
  }
  expect(names(world)).toEqual(['db-0']);
});

test('STS-1 Parallel makes all at once', () => {
  const { world, tick } = aTownHall({ nodes: 1, manifests: [stateful({ podManagementPolicy: 'Parallel' })] });
  tick();
  expect(names(world)).toEqual(['db-0', 'db-1', 'db-2']);
});

test('STS-2 a pod that comes again finds its own cellar', () => {
  const claim = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } };
  const volumeClaimTemplates = [{ metadata: { name: 'data' }, spec: claim }];
  const { world, tick } = aTownHall({ nodes: 1, manifests: [stateful({ replicas: 1, volumeClaimTemplates })] });
  tick();
  const before = world.get('PersistentVolumeClaim', 'default/data-db-0');
  expect(before).toBeDefined();
  expect(podOf(world, 'db-0').spec.volumes).toEqual([
    { name: 'data', persistentVolumeClaim: { claimName: 'data-db-0' } },
  ]);
  world.remove('Pod', 'default/db-0');
  tick();
  expect(names(world)).toEqual(['db-0']);
  expect(world.get('PersistentVolumeClaim', 'default/data-db-0')).toBe(before);
});

test('STS-3 a new template goes from the highest down to the partition', () => {
  const { world, tick } = aTownHall({ nodes: 1, manifests: [stateful({ replicas: 2 })] });
  const round = () => {
    tick();
    settle(world);
  };
  for (let count = 0; count < 4; count += 1) round();
  const changed = { ...template, spec: { containers: [{ ...container, image: 'villa:1.0' }] } };
  const updateStrategy = { rollingUpdate: { partition: 1 } };
  act(world, { verb: 'apply', manifest: stateful({ replicas: 2, template: changed, updateStrategy }) });
  for (let count = 0; count < 8; count += 1) round();
  const images = () => pods(world).map(({ spec }) => spec.containers[0]?.image);
  const status = () => must(world.get('StatefulSet', 'default/db'), 'db').status;
  expect(images()).toEqual(['hut:1.0', 'villa:1.0']);
  expect(status()).toMatchObject({ currentReplicas: 1, updatedReplicas: 1 });
  // Below the partition a pod that is made anew is as it was before; above it is of the new plan.
  for (const name of names(world)) act(world, { verb: 'delete', kind: 'Pod', key: `default/${name}` });
  for (let count = 0; count < 8; count += 1) round();
  expect(images()).toEqual(['hut:1.0', 'villa:1.0']);
  expect(podOf(world, 'db-0').metadata.labels['controller-revision-hash']).toBe(status().currentRevision);
  expect(podOf(world, 'db-1').metadata.labels['controller-revision-hash']).toBe(status().updateRevision);
  act(world, { verb: 'apply', manifest: stateful({ replicas: 2, template: changed }) });
  for (let count = 0; count < 8; count += 1) round();
  expect(images()).toEqual(['villa:1.0', 'villa:1.0']);
  expect(status()).toMatchObject({ currentRevision: status().updateRevision, currentReplicas: 2, updatedReplicas: 2 });
});

test('STS-3 OnDelete: who is made anew is of the new plan', () => {
  const updateStrategy = { type: 'OnDelete' };
  const { world, tick } = aTownHall({ nodes: 1, manifests: [stateful({ replicas: 1, updateStrategy })] });
  tick();
  const changed = { ...template, spec: { containers: [{ ...container, image: 'villa:1.0' }] } };
  act(world, { verb: 'apply', manifest: stateful({ replicas: 1, template: changed, updateStrategy }) });
  tick(5);
  expect(podOf(world, 'db-0').spec.containers[0]?.image).toBe('hut:1.0');
  world.remove('Pod', 'default/db-0');
  tick();
  expect(podOf(world, 'db-0').spec.containers[0]?.image).toBe('villa:1.0');
});

test('STS-4 a name that somebody else has is asked for again, and found free at the next try', () => {
  const { world, tick } = aTownHall({ nodes: 1, manifests: [aPod('db-0'), stateful({ replicas: 1 })] });
  expect(act(world, { verb: 'createPod', kind: 'StatefulSet', owner: 'default/db', slot: '0' })).toMatchObject({
    code: 409,
    key: 'ordinalTaken',
  });
  tick(10);
  expect(events(world, 'FailedCreate')[0]).toMatchObject({
    message: 'Error creating: pods "db-0" already exists',
    details: { name: 'db', pod: 'db-0', refusal: 'ordinalTaken' },
  });
  const backoff = must(world.get('CreateBackoff', 'StatefulSet/default/db'), 'back-off');
  act(world, { verb: 'delete', kind: 'Pod', key: 'default/db-0' });
  tick(backoff.untilTick - world.tick - 1);
  expect(names(world)).toEqual([]);
  tick();
  expect(podOf(world, 'db-0').metadata.ownerReferences).toMatchObject([{ kind: 'StatefulSet', name: 'db' }]);
});

test('DS-1 one in each village that will have it, also in one that comes later', () => {
  const { world, tick } = aTownHall({ nodes: 2, manifests: [daemon()] });
  tick();
  expect(pods(world).map(({ spec }) => spec.nodeSelector['kubernetes.io/hostname'])).toEqual(
    expect.arrayContaining(['node-1', 'node-2']),
  );
  aNode(world, 'node-3');
  tick();
  expect(pods(world)).toHaveLength(3);
  act(world, { verb: 'cordon', node: 'node-1', unschedulable: true });
  act(world, { verb: 'taintNode', node: 'node-2', key: 'flood', effect: 'NoExecute' });
  tick(2);
  expect(pods(world).filter(({ metadata }) => metadata.deletionTick === null)).toHaveLength(2);
  expect(act(world, { verb: 'createPod', kind: 'DaemonSet', owner: 'default/well', slot: 'node-2' })).toMatchObject({
    key: 'daemonNotWanted',
  });
});

test('DS-2 a new template replaces as many at a time as may be unavailable', () => {
  const { world, tick } = aTownHall({ nodes: 3, manifests: [daemon()] });
  tick();
  for (const { metadata, spec } of pods(world)) {
    report(world, metadata.name, true, spec.nodeSelector['kubernetes.io/hostname']);
  }
  tick();
  const changed = { ...template, spec: { containers: [{ ...container, image: 'villa:1.0' }] } };
  act(world, { verb: 'apply', manifest: daemon({ template: changed }) });
  tick(3);
  expect(pods(world).filter(({ metadata }) => metadata.deletionTick !== null)).toHaveLength(1);
});

test('JOB-3 whoever ended stays until the Job has counted it, however it is deleted', () => {
  const { world, tick } = aTownHall({ nodes: 1, manifests: [job({ completions: 3, parallelism: 3 })] });
  tick();
  const [first = '', second = '', third = ''] = names(world);
  for (const name of [first, second]) end(world, name, 'Succeeded');
  act(world, { verb: 'delete', kind: 'Pod', key: `default/${first}` });
  act(world, { verb: 'delete', kind: 'Pod', key: `default/${second}`, gracePeriodSeconds: 0 });
  expect(names(world)).toHaveLength(3);
  expect(podOf(world, first).metadata.deletionTick).toBe(world.tick);
  tick();
  expect(names(world)).toEqual([third]);
  expect(jobOf(world).status).toMatchObject({ succeeded: 2, active: 1 });
  end(world, third, 'Succeeded');
  tick();
  act(world, { verb: 'delete', kind: 'Pod', key: `default/${third}` });
  expect(names(world)).toEqual([]);
});

test('JOB-3 GC-1 where the Job is gone nobody counts any more', () => {
  const { world, tick } = aTownHall({ nodes: 1, manifests: [job({ completions: 2, parallelism: 2 })] });
  tick();
  const [first = '', second = ''] = names(world);
  for (const name of [first, second]) end(world, name, 'Failed');
  act(world, { verb: 'delete', kind: 'Pod', key: `default/${first}` });
  act(world, { verb: 'delete', kind: 'Job', key: 'default/work' });
  act(world, { verb: 'delete', kind: 'Pod', key: `default/${second}` });
  expect(names(world)).toEqual([first]);
  tick();
  expect(names(world)).toEqual([]);
});

test('JOB-1 JOB-3 so many at once, so many in all; then it is complete, and forgotten in time', () => {
  const manifest = job({ completions: 3, parallelism: 2, ttlSecondsAfterFinished: 30 });
  const { world, tick } = aTownHall({ nodes: 1, manifests: [manifest] });
  tick();
  expect(pods(world)).toHaveLength(2);
  for (const name of names(world)) end(world, name, 'Succeeded');
  tick(2);
  expect(jobOf(world).status).toMatchObject({ succeeded: 2, active: 1 });
  world.remove('Pod', `default/${names(world).find((name) => podOf(world, name).status.phase === 'Succeeded')}`);
  tick();
  expect(jobOf(world).status.succeeded).toBe(2);
  const last = must(
    pods(world).find(({ status }) => status.phase === 'Pending'),
    'the last pod',
  );
  end(world, last.metadata.name, 'Succeeded');
  tick();
  expect(jobOf(world).status.conditions).toMatchObject([{ type: 'SuccessCriteriaMet' }, { type: 'Complete' }]);
  expect(events(world, 'Completed')).toHaveLength(1);
  expect(act(world, { verb: 'createPod', kind: 'Job', owner: 'default/work', slot: '' })).toMatchObject({
    key: 'jobOver',
  });
  tick(31);
  expect(world.get('Job', 'default/work')).toBeUndefined();
});

test('JOB-2 a failure waits, the wait doubles, and too many end it', () => {
  const { world, tick } = aTownHall({ nodes: 1, manifests: [job({ backoffLimit: 1 })] });
  tick();
  end(world, names(world)[0] ?? '', 'Failed');
  tick(9);
  expect(pods(world)).toHaveLength(1);
  tick();
  expect(pods(world)).toHaveLength(2);
  end(world, pods(world).find(({ status }) => status.phase === 'Pending')?.metadata.name ?? '', 'Failed');
  tick();
  expect(jobOf(world).status.conditions[1]).toMatchObject({ type: 'Failed', reason: 'BackoffLimitExceeded' });
  tick(100);
  expect(pods(world)).toHaveLength(2);
});

test('JOB-2 a Job that takes too long is given up, and its pods go', () => {
  const { world, tick } = aTownHall({ nodes: 1, manifests: [job({ activeDeadlineSeconds: 20 })] });
  tick();
  report(world, names(world)[0] ?? '', true);
  tick(20);
  expect(jobOf(world).status.conditions[0]).toMatchObject({ reason: 'DeadlineExceeded' });
  tick();
  expect(pods(world)[0]?.metadata.deletionTick).not.toBeNull();
});

test('GC-1 what a StatefulSet, a Job or a CronJob owned goes with it', () => {
  const { world, tick } = aTownHall({ nodes: 1, manifests: [stateful(), bell(), aPod('alone')] });
  tick(61);
  expect(world.count('Pod')).toBe(3);
  act(world, { verb: 'delete', kind: 'StatefulSet', key: 'default/db' });
  act(world, { verb: 'delete', kind: 'CronJob', key: 'default/bell' });
  tick(3);
  expect(names(world)).toEqual(['alone']);
  expect(world.count('Job')).toBe(0);
});
