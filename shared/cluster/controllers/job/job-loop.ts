/** The Job controller, the counts it keeps, and who forgets Jobs that are over. */
import { jobEnd, settledEnd, type Job, type JobStatus } from '../../../api/job.ts';
import { controllerOf, keyOf } from '../../../api/meta.ts';
import { isPodTerminal, isTerminating, type Pod } from '../../../api/pod.ts';
import { recordEvent, type EventText } from '../../api-server/events.ts';
import { forgetPod } from '../../api-server/objects.ts';
import { controlLoop, reflex } from '../../loop.ts';
import { inControllerManager } from '../../processes.ts';
import type { World } from '../../world.ts';
import { podsOf } from '../replica-set/replica-set-pods.ts';
import { retryDeadlines, unlessHeldBack } from '../workloads/create-backoff.ts';
import { ownersOf } from '../workloads/owners.ts';
import { activePods, nextPodTick, planJob } from './job-pods.ts';
import {
  countedStatus,
  deadlineTick,
  ended,
  expiryTick,
  isSuspended,
  settled,
  settledVerdict,
  verdictOf,
  withSuspension,
  type JobVerdict,
} from './job-status.ts';

const watches = { Job: (change: { readonly key: string }) => [change.key], Pod: ownersOf('Job') } as const;

const at = (job: Job, tick: number | null) => (tick === null ? [] : [{ tick, key: keyOf(job.metadata) }]);

export const jobLoop = controlLoop({
  name: 'job',
  process: inControllerManager,
  component: 'job-controller',
  switchOf: () => 'job',
  keys: (view) => view.keys('Job'),
  watches,
  deadlines: { Job: (job) => at(job, nextPodTick(job.status)), ...retryDeadlines('Job') },
  plan: (view, key) => {
    const job = view.get('Job', key);
    return job ? unlessHeldBack(view, job, planJob(view, job)) : [];
  },
});

export const jobStatusReflex = reflex({
  name: 'job-status',
  process: inControllerManager,
  keys: (view) => view.keys('Job'),
  watches,
  deadlines: { Job: (job) => (settledEnd(job) === null ? at(job, deadlineTick(job.spec, job.status)) : []) },
  run: (world, key) => {
    const job = world.get('Job', key);
    if (!job) return;
    const pods = podsOf(world, job.metadata.uid);
    const status = countedStatus(job, pods, activePods(world, job), world.tick);
    const verdict = jobEnd(job) === null ? (settledVerdict(job) ?? verdictOf(job, status, pods, world.tick)) : null;
    if (verdict) settle(world, job, { status, verdict, pods });
    else goOn(world, job, status);
    // Deleted before they were counted: they waited for it.
    for (const pod of pods) if (isTerminating(pod) && isPodTerminal(pod)) forgetPod(world, pod);
  },
});

interface Settlement {
  readonly status: JobStatus;
  readonly verdict: JobVerdict;
  readonly pods: readonly Pod[];
}

function settle(world: World, job: Job, { status, verdict, pods }: Settlement): void {
  const told = settled(status, pods, verdict, world.tick);
  const isOver = pods.every(isPodTerminal);
  world.put({ ...job, status: isOver ? ended(told, verdict, world.tick) : told });
  if (isOver) tellEnd(world, job, verdict);
}

/** It is not over: it goes on, or waits for somebody to resume it. */
function goOn(world: World, job: Job, status: JobStatus): void {
  const isNews = jobEnd(job) === null && job.spec.suspend !== isSuspended(job);
  world.put({ ...job, status: isNews ? withSuspension(job, status, world.tick) : status });
  if (!isNews) return;
  const [reason, message] = job.spec.suspend ? ['Suspended', 'Job suspended'] : ['Resumed', 'Job resumed'];
  tell(world, job, { type: 'Normal', reason, message });
}

function tellEnd(world: World, job: Job, { end, reason, message }: JobVerdict): void {
  tellCronJob(world, job, end);
  if (end === 'Failed') tell(world, job, { type: 'Warning', reason, message });
  else tell(world, job, { type: 'Normal', reason: 'Completed', message: 'Job completed' });
}

/** Source: pkg/controller/cronjob/cronjob_controllerv2.go, syncCronJob. */
function tellCronJob(world: World, { metadata }: Job, end: JobVerdict['end']): void {
  const owner = controllerOf(metadata);
  const cronJob =
    owner?.kind === 'CronJob' ? world.get('CronJob', keyOf({ ...metadata, name: owner.name })) : undefined;
  if (!cronJob) return;
  const message = `Saw completed job: ${metadata.name}, condition: ${end}`;
  const told = { type: 'Normal', reason: 'SawCompletedJob', message, source: 'cronjob-controller' } as const;
  recordEvent(world, cronJob, { ...told, details: { name: cronJob.metadata.name, job: metadata.name } });
}

function tell(world: World, job: Job, text: Pick<EventText, 'type' | 'reason' | 'message'>): void {
  recordEvent(world, job, { ...text, details: { name: job.metadata.name }, source: 'job-controller' });
}

/** Source: pkg/controller/ttlafterfinished. */
export const ttlLoop = controlLoop({
  name: 'ttl-after-finished',
  process: inControllerManager,
  component: 'ttl-after-finished-controller',
  switchOf: () => 'garbage-collector',
  keys: (view) => view.keys('Job'),
  watches: { Job: (change) => [change.key] },
  deadlines: { Job: (job) => at(job, expiryTick(job)) },
  plan: (view, key) => {
    const job = view.get('Job', key);
    const tick = job ? expiryTick(job) : null;
    return tick !== null && tick <= view.tick ? [{ verb: 'delete', kind: 'Job', key }] : [];
  },
});
