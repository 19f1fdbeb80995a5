// Work that ends, among a town hall's controllers: when it is given up, and when it is over. The tests say how the pods fare.
import { expect, test } from 'vitest';
import type { Job } from '../../../shared/api/job.ts';
import { keyOf } from '../../../shared/api/meta.ts';
import { MANIFESTS } from '../../../shared/api/kinds.ts';
import type { ContainerStatus } from '../../../shared/api/pod.ts';
import { must } from '../../../shared/base/assert.ts';
import type { Store } from '../../../shared/store/store.ts';
import { act } from '../../support/builders.ts';
import { aTownHall, events, pods, report } from '../../support/town-hall.ts';

const container = { name: 'app', image: 'hut:1.0' };
const job = (spec: object = {}, restartPolicy = 'Never') =>
  MANIFESTS.Job.parse({
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: 'work' },
    spec: { template: { spec: { containers: [container], restartPolicy } }, ...spec },
  });

const jobOf = (world: Store): Job => must(world.get('Job', 'default/work'), 'work');
/** What is true of it. */
const told = (world: Store) => jobOf(world).status.conditions.filter(({ status }) => status === 'True');

const restarted = (name: string, restartCount: number): ContainerStatus => ({
  name,
  image: 'hut:1.0',
  imageId: '',
  restartCount,
  ready: false,
  started: false,
  state: { type: 'waiting', reason: 'CrashLoopBackOff', message: '' },
  lastState: null,
});

test.each([
  [2, 0, 1, false],
  [2, 0, 2, true],
  [2, 1, 1, true],
  [2, 2, 0, true],
  [0, 0, 0, false],
  [0, 0, 1, true],
])(
  'JOB-2 with OnFailure and backoffLimit %i, %i restarts of a sidecar and %i of the rest: given up is %s',
  (backoffLimit, sidecar, rest, isOver) => {
    const { world, tick } = aTownHall({ nodes: 1, manifests: [job({ backoffLimit }, 'OnFailure')] });
    tick();
    const pod = report(world, must(pods(world)[0], 'its pod').metadata.name, false);
    const initContainerStatuses = [restarted('mail', sidecar)];
    const containerStatuses = [restarted('app', rest)];
    world.put({ ...pod, status: { ...pod.status, initContainerStatuses, containerStatuses } });
    tick(2);
    expect(told(world).some(({ reason }) => reason === 'BackoffLimitExceeded')).toBe(isOver);
  },
);

/** They leave and, in the end, are gone. */
const leaving = (world: Store) => pods(world).filter(({ metadata }) => metadata.deletionTick !== null);
const gone = (world: Store) => {
  for (const { metadata } of leaving(world)) world.remove('Pod', `default/${metadata.name}`);
};

test('JOB-4 a Job that takes too long is settled first, and has failed only when its last pod is gone', () => {
  const spec = { activeDeadlineSeconds: 20, ttlSecondsAfterFinished: 5 };
  const { world, tick } = aTownHall({ nodes: 1, manifests: [job(spec)] });
  tick();
  report(world, must(pods(world)[0], 'its pod').metadata.name, true);
  tick(20);
  expect(told(world)).toMatchObject([{ type: 'FailureTarget', reason: 'DeadlineExceeded' }]);
  tick(30);
  expect(leaving(world)).toHaveLength(1);
  expect(pods(world)).toHaveLength(1);
  expect(told(world).map(({ type }) => type)).toEqual(['FailureTarget']);
  expect(events(world, 'DeadlineExceeded')).toEqual([]);
  expect(act(world, { verb: 'createPod', kind: 'Job', owner: 'default/work', slot: '' })).toMatchObject({
    key: 'jobOver',
  });
  gone(world);
  tick();
  expect(told(world)).toMatchObject([{ type: 'FailureTarget' }, { type: 'Failed', reason: 'DeadlineExceeded' }]);
  expect(events(world, 'DeadlineExceeded')).toHaveLength(1);
  tick(4);
  expect(world.count('Job')).toBe(1);
  tick(2);
  expect(world.count('Job')).toBe(0);
});

test('JOB-4 a Job that has succeeded is complete only when the pod that it needs no more is gone', () => {
  const { world, tick } = aTownHall({ nodes: 1, manifests: [job({ parallelism: 2, completions: 2 })] });
  tick();
  for (const { metadata } of pods(world)) report(world, metadata.name, true);
  // Whoever leaves is replaced before it is gone: three are on their way, and two end well.
  act(world, { verb: 'delete', kind: 'Pod', key: `default/${pods(world)[0]?.metadata.name}` });
  tick(11);
  const staying = pods(world).filter(({ metadata }) => metadata.deletionTick === null);
  for (const pod of staying) world.put({ ...pod, status: { ...pod.status, phase: 'Succeeded' } });
  tick(3);
  expect(jobOf(world).status).toMatchObject({ succeeded: 2, completionTick: null });
  expect(told(world).map(({ type }) => type)).toEqual(['SuccessCriteriaMet']);
  gone(world);
  tick();
  expect(told(world).map(({ type }) => type)).toEqual(['SuccessCriteriaMet', 'Complete']);
  expect(jobOf(world).status.completionTick).toBe(world.tick);
});

test('JOB-3 whoever is told to leave has failed at once, and is replaced after a failure’s wait', () => {
  const { world, tick } = aTownHall({ nodes: 1, manifests: [job()] });
  tick();
  const pod = report(world, must(pods(world)[0], 'its pod').metadata.name, true);
  tick(20);
  act(world, { verb: 'delete', kind: 'Pod', key: keyOf(pod.metadata) });
  tick();
  expect(jobOf(world).status).toMatchObject({ active: 0, failed: 1 });
  tick(8);
  expect(pods(world)).toHaveLength(1);
  tick();
  expect(pods(world)).toHaveLength(2);
  world.put({ ...must(world.get('Pod', keyOf(pod.metadata)), 'it'), status: { ...pod.status, phase: 'Succeeded' } });
  tick();
  expect(jobOf(world).status).toMatchObject({ active: 1, failed: 1, succeeded: 0 });
});

test('JOB-3 GC-2 whoever’s node is gone has failed, and so has who is sent to a node that there is not', () => {
  const { world, tick } = aTownHall({ nodes: 2, manifests: [job()] });
  tick();
  report(world, must(pods(world)[0], 'its pod').metadata.name, true);
  tick(20);
  world.remove('Node', 'node-1');
  tick(2);
  expect(pods(world)).toEqual([]);
  expect(jobOf(world).status).toMatchObject({ active: 0, failed: 1 });
  act(world, { verb: 'delete', kind: 'Job', key: 'default/work' });
  const template = { spec: { containers: [container], restartPolicy: 'Never', nodeName: 'nowhere' } };
  act(world, { verb: 'apply', manifest: job({ backoffLimit: 1, template }) });
  tick(30);
  expect(told(world)).toMatchObject([{ reason: 'BackoffLimitExceeded' }, { type: 'Failed' }]);
  expect(jobOf(world).status.failed).toBe(2);
});

test.each([
  ['JOB-5 JOB-3 suspended', { suspend: true }, 2],
  ['JOB-1 JOB-3 with less parallelism', { parallelism: 1 }, 1],
])('%s, a Job counts nobody of those it does not need', (_rule, change, surplus) => {
  const plan = { parallelism: 2, completions: 2 };
  const { world, tick } = aTownHall({ nodes: 1, manifests: [job(plan)] });
  tick();
  for (const { metadata } of pods(world)) report(world, metadata.name, true);
  act(world, { verb: 'apply', manifest: job({ ...plan, ...change }) });
  tick(2);
  expect(leaving(world)).toHaveLength(surplus);
  for (const pod of leaving(world)) world.put({ ...pod, status: { ...pod.status, phase: 'Failed' } });
  tick();
  expect(leaving(world)).toEqual([]);
  expect(jobOf(world).status).toMatchObject({ active: 2 - surplus, failed: 0, failuresInRow: 0 });
});

test('JOB-1 who has come least far goes first', () => {
  const { world, tick } = aTownHall({ nodes: 1, manifests: [job({ parallelism: 4, completions: 4 })] });
  tick();
  const [first = '', second = '', , fourth = ''] = pods(world).map(({ metadata }) => metadata.name);
  for (const [name, isReady] of [
    [first, true],
    [second, false],
    [fourth, true],
  ] as const) {
    tick();
    report(world, name, isReady);
  }
  for (const [parallelism, staying] of [
    [3, [first, second, fourth]],
    [2, [first, fourth]],
    [1, [first]],
  ] as const) {
    act(world, { verb: 'apply', manifest: job({ parallelism, completions: 4 }) });
    tick(2);
    const left = pods(world).filter(({ metadata }) => metadata.deletionTick === null);
    expect(left.map(({ metadata }) => metadata.name)).toEqual(staying);
  }
});

test('JOB-2 the wait begins when the last container ended, and a later success forgives the failure', () => {
  const { world, tick } = aTownHall({ nodes: 1, manifests: [job({ parallelism: 2, completions: 3 })] });
  tick(20);
  const [one, other] = pods(world);
  const ended = (name: string, phase: 'Failed' | 'Succeeded', finishedTick: number) => {
    const pod = report(world, name, false);
    const state = { type: 'terminated', reason: 'Error', exitCode: 1, startedTick: 1, finishedTick } as const;
    world.put({ ...pod, status: { ...pod.status, phase, containerStatuses: [{ ...restarted('app', 0), state }] } });
  };
  ended(must(one, 'one').metadata.name, 'Failed', 14);
  tick();
  expect(jobOf(world).status).toMatchObject({ failed: 1, failuresInRow: 1, lastFailureTick: 14 });
  ended(must(other, 'the other').metadata.name, 'Succeeded', 15);
  tick();
  expect(jobOf(world).status).toMatchObject({ failed: 1, failuresInRow: 0, lastFailureTick: null });
  const fresh = pods(world).filter(({ status }) => status.phase === 'Pending');
  expect(fresh).toHaveLength(2);
  ended(must(fresh[0], 'a third').metadata.name, 'Succeeded', 20);
  ended(must(fresh[1], 'a fourth').metadata.name, 'Failed', 21);
  tick();
  expect(jobOf(world).status).toMatchObject({ succeeded: 2, failuresInRow: 1, lastFailureTick: 21 });
});

test('JOB-4 with a Job that is given up fail all that still run; one that is done counts nobody any more', () => {
  const { world, tick } = aTownHall({ nodes: 1, manifests: [job({ parallelism: 3, backoffLimit: 0 })] });
  tick();
  for (const { metadata } of pods(world)) report(world, metadata.name, true);
  const [first] = pods(world);
  world.put({ ...must(first, 'one'), status: { ...must(first, 'one').status, phase: 'Failed' } });
  tick(2);
  expect(told(world)).toMatchObject([{ type: 'FailureTarget', reason: 'BackoffLimitExceeded' }]);
  expect(jobOf(world).status).toMatchObject({ active: 0, failed: 3 });
  for (const pod of leaving(world)) world.put({ ...pod, status: { ...pod.status, phase: 'Succeeded' } });
  tick();
  expect(jobOf(world).status).toMatchObject({ failed: 3, succeeded: 0 });
});

test('JOB-5 a suspended Job says so and has no pods; resumed, its time begins anew', () => {
  const plan = { parallelism: 2, completions: 2, activeDeadlineSeconds: 30 };
  const { world, tick } = aTownHall({ nodes: 1, manifests: [job(plan)] });
  tick(10);
  for (const { metadata } of pods(world)) report(world, metadata.name, true);
  expect(jobOf(world).status).toMatchObject({ startTick: 1, active: 2, conditions: [] });
  act(world, { verb: 'apply', manifest: job({ ...plan, suspend: true }) });
  tick(2);
  expect(leaving(world)).toHaveLength(2);
  gone(world);
  tick(100);
  expect(jobOf(world).status).toMatchObject({ startTick: 1, active: 0 });
  expect(told(world)).toMatchObject([{ type: 'Suspended', reason: 'JobSuspended' }]);
  expect(events(world, 'Suspended')).toMatchObject([{ count: 1, message: 'Job suspended' }]);
  act(world, { verb: 'apply', manifest: job(plan) });
  tick(2);
  const resumed = jobOf(world).status;
  expect(resumed).toMatchObject({ startTick: 113, active: 2 });
  expect(resumed.conditions).toMatchObject([{ type: 'Suspended', status: 'False', reason: 'JobResumed' }]);
  expect(events(world, 'Resumed')).toMatchObject([{ count: 1, message: 'Job resumed' }]);
  tick(28);
  expect(told(world)).toEqual([]);
  tick();
  expect(told(world)).toMatchObject([{ type: 'FailureTarget', reason: 'DeadlineExceeded' }]);
});

test('JOB-5 a suspended Job that is done completes, and does not say that it waits', () => {
  const { world, tick } = aTownHall({ nodes: 1, manifests: [job({ completions: 0, suspend: true })] });
  tick(2);
  expect(told(world).map(({ type }) => type)).toEqual(['SuccessCriteriaMet', 'Complete']);
  expect(events(world, 'Suspended')).toEqual([]);
});
