// The town bell: when it strikes, and which strokes are answered.
import { expect, test } from 'vitest';
import { jobEnd, type Job } from '../../../shared/api/job.ts';
import { MANIFESTS } from '../../../shared/api/kinds.ts';
import { must } from '../../../shared/base/assert.ts';
import { nextStroke, parseSchedule } from '../../../shared/cluster/controllers/cron-job/schedule.ts';
import type { Store } from '../../../shared/store/store.ts';
import { act } from '../../support/builders.ts';
import { aTownHall, events, report } from '../../support/town-hall.ts';

const template = { spec: { containers: [{ name: 'app', image: 'hut:1.0' }], restartPolicy: 'Never' } };
const bell = (spec: object = {}) =>
  MANIFESTS.CronJob.parse({
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: { name: 'bell' },
    spec: { schedule: '* * * * *', jobTemplate: { spec: { template } }, ...spec },
  });

/** Its pod has done its work. */
function finish(world: Store, name: string): void {
  const job = must(world.get('Job', `default/${name}`), name);
  const pod = must(
    [...world.list('Pod')].find(({ metadata }) => metadata.ownerReferences[0]?.uid === job.metadata.uid),
    'its pod',
  );
  world.put({ ...pod, status: { ...pod.status, phase: 'Succeeded' } });
}

const told = (world: Store, reason: string) => events(world, reason).reduce((sum, { count }) => sum + count, 0);
const running = (world: Store) => [...world.list('Job')].filter((job: Job) => jobEnd(job) === null);

test.each([
  ['* * * * *', 0, 60],
  ['*/5 * * * *', 299, 300],
  ['*/5 * * * *', 300, 600],
  ['30 2 * * *', 0, 9000],
  ['0 0 * * mon', 0, 4 * 86_400],
  ['0 0 29 feb *', 0, (365 + 365 + 31 + 28) * 86_400],
  ['@hourly', 10, 3600],
  ['0 0 1 * fri', 0, 86_400],
  ['0 0 */10 * sun', 0, 3 * 86_400],
  ['0 0 */1 * sun', 0, 3 * 86_400],
  ['0 0 31 * 1,*/2', 86_400, 2 * 86_400],
  ['0 0 1,* * sun', 0, 3 * 86_400],
] as const)('CRON-1 %s strikes after %i at %i', (text, tick, next) => {
  expect(nextStroke(must(parseSchedule(text), text), tick)).toBe(next);
});

test.each(['', '* * * *', '60 * * * *', '* 24 * * *', '5-1 * * * *', '*/0 * * * *', '* * 0 * *', 'a * * * *'])(
  'CRON-1 "%s" is no schedule',
  (text) => {
    expect(parseSchedule(text)).toBeNull();
  },
);

test('CRON-1 CRON-2 a stroke a minute; those that were missed count once', () => {
  const { world, tick } = aTownHall({ nodes: 1, manifests: [bell()] });
  tick(59);
  expect(world.count('Job')).toBe(0);
  tick();
  expect(world.keys('Job')).toEqual(['default/bell-1']);
  expect(act(world, { verb: 'createJob', cronJob: 'default/bell' })).toMatchObject({ key: 'noStroke' });
  act(world, { verb: 'apply', manifest: bell({ suspend: true }) });
  tick(180);
  expect(world.count('Job')).toBe(1);
  act(world, { verb: 'apply', manifest: bell() });
  tick();
  expect(world.keys('Job')).toEqual(['default/bell-1', 'default/bell-4']);
});

test.each([
  ['Allow', ['default/bell-1', 'default/bell-2']],
  ['Forbid', ['default/bell-1']],
  ['Replace', ['default/bell-2']],
] as const)('CRON-2 with %s a stroke during work leaves %j', (concurrencyPolicy, left) => {
  const { world, tick } = aTownHall({ nodes: 1, manifests: [bell({ concurrencyPolicy })] });
  tick(121);
  expect(world.keys('Job')).toEqual(left);
});

test('JOB-4 CRON-2 Forbid waits for the last pod of a Job that was given up', () => {
  const timed = { spec: { template, activeDeadlineSeconds: 30 } };
  const { world, tick } = aTownHall({
    nodes: 1,
    manifests: [bell({ concurrencyPolicy: 'Forbid', jobTemplate: timed })],
  });
  tick(62);
  const { name } = must([...world.list('Pod')][0], 'its pod').metadata;
  report(world, name, true);
  tick(68);
  expect(world.get('Pod', `default/${name}`)?.metadata.deletionTick).not.toBeNull();
  expect(world.keys('Job')).toEqual(['default/bell-1']);
  world.remove('Pod', `default/${name}`);
  tick(2);
  expect(world.keys('Job')).toEqual(['default/bell-1', 'default/bell-2']);
});

test('CRON-2 Forbid has a stroke wait, tells it once, and starts it as soon as the work before has ended', () => {
  const { world, tick } = aTownHall({ nodes: 1, manifests: [bell({ concurrencyPolicy: 'Forbid' })] });
  tick(130);
  expect(told(world, 'JobAlreadyActive')).toBe(1);
  expect(act(world, { verb: 'createJob', cronJob: 'default/bell' })).toMatchObject({ code: 409, key: 'jobActive' });
  tick(60);
  expect(told(world, 'JobAlreadyActive')).toBe(2);
  expect(world.get('CronJob', 'default/bell')?.status.lastScheduleTick).toBe(60);
  finish(world, 'bell-1');
  tick(3);
  expect(running(world).map(({ metadata }) => metadata.name)).toEqual(['bell-3']);
  expect(world.get('CronJob', 'default/bell')?.status).toEqual({ lastScheduleTick: 180 });
});

test('CRON-2 a stroke that has waited longer than startingDeadlineSeconds is not answered any more', () => {
  const manifest = bell({ concurrencyPolicy: 'Forbid', startingDeadlineSeconds: 20 });
  const { world, tick } = aTownHall({ nodes: 1, manifests: [manifest] });
  tick(145);
  finish(world, 'bell-1');
  tick(5);
  expect(running(world)).toEqual([]);
  tick(30);
  expect(running(world).map(({ metadata }) => metadata.name)).toEqual(['bell-3']);
});

test.each([
  [100, 0],
  [101, 1],
])('CRON-2 of %i missed strokes the last counts, and %i time it is told that they are too many', (strokes, times) => {
  const { world, tick } = aTownHall({ nodes: 1, manifests: [bell({ suspend: true })] });
  world.tick = strokes * 60 + 5;
  act(world, { verb: 'apply', manifest: bell() });
  tick();
  expect(world.keys('Job')).toEqual([`default/bell-${strokes}`]);
  expect(told(world, 'TooManyMissedTimes')).toBe(times);
});

test('CRON-2 of those that are over they go that began first, whenever they ended', () => {
  const { world, tick } = aTownHall({ nodes: 1, manifests: [bell({ successfulJobsHistoryLimit: 1 })] });
  tick(121);
  finish(world, 'bell-2');
  tick(5);
  finish(world, 'bell-1');
  tick(2);
  expect(world.keys('Job')).toEqual(['default/bell-2']);
});

test('CRON-3 a changed schedule begins with its next stroke; without a change the missed one is answered', () => {
  const { world, tick } = aTownHall({ nodes: 1, manifests: [bell({ schedule: '0 0 1 1 *' })] });
  tick(500);
  act(world, { verb: 'apply', manifest: bell({ schedule: '*/5 * * * *' }) });
  tick(99);
  expect(world.keys('Job')).toEqual([]);
  tick();
  expect(world.keys('Job')).toEqual(['default/bell-10']);
  act(world, { verb: 'apply', manifest: bell({ schedule: '*/5 * * * *', suspend: true }) });
  tick(310);
  act(world, { verb: 'apply', manifest: bell({ schedule: '*/5 * * * *' }) });
  tick();
  expect(world.keys('Job')).toEqual(['default/bell-10', 'default/bell-15']);
});
