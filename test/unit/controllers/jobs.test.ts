// Work that ends, among a town hall's controllers: when it is given up, and when it is over. The tests say how the pods fare.
import { expect, test } from 'vitest';
import type { Job } from '../../../shared/api/job.ts';
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
  // Whoever leaves is replaced at once: three are on their way, and two end well.
  act(world, { verb: 'delete', kind: 'Pod', key: `default/${pods(world)[0]?.metadata.name}` });
  tick(2);
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
