/** What a Job has come to: who ended well, who did not, and whether it is over. Source: pkg/controller/job, syncJob. */
import { withCondition } from '../../../api/conditions.ts';
import { jobEnd, settledEnd, SETTLED_BY, type Job, type JobEnd, type JobStatus } from '../../../api/job.ts';
import { isPodReady, isPodTerminal, isTerminating, type Pod } from '../../../api/pod.ts';
import { failuresAfter } from './failures.ts';

export interface JobVerdict {
  readonly end: JobEnd;
  readonly reason: string;
  readonly message: string;
}

/**
 * Each pod is counted once: as long as it is there, the Job remembers that. Whoever is told to leave before it ended well
 * has failed, and at once. Source: isPodFailed, with the default podReplacementPolicy.
 */
export function countedStatus(job: Job, pods: readonly Pod[], active: readonly Pod[], tick: number): JobStatus {
  const { status } = job;
  const counted = new Set(status.countedPods);
  const isCounted = ({ metadata }: Pod) => counted.has(metadata.uid);
  const isSpent = (pod: Pod) => isPodTerminal(pod) || isTerminating(pod);
  const fresh = pods.filter((pod) => isSpent(pod) && !isCounted(pod));
  const succeeded = fresh.filter(({ status: { phase } }) => phase === 'Succeeded');
  const failed = fresh.filter(({ status: { phase } }) => phase !== 'Succeeded');
  return {
    ...status,
    startTick: startTick(job, tick),
    active: active.length,
    ready: active.filter(isPodReady).length,
    succeeded: status.succeeded + succeeded.length,
    failed: status.failed + failed.length,
    countedPods: pods.filter((pod) => isSpent(pod) || isCounted(pod)).map(({ metadata }) => metadata.uid),
    ...failuresAfter(status, succeeded, failed),
  };
}

/** It begins when it is not suspended, and again when it is resumed: a deadline counts from there. */
function startTick(job: Job, tick: number): number | null {
  if (job.spec.suspend) return job.status.startTick;
  return isSuspended(job) ? tick : (job.status.startTick ?? tick);
}

/** Whether it was told so; its spec may wish otherwise by now. */
export function isSuspended({ status }: Job): boolean {
  return status.conditions.some(({ type, status: is }) => type === 'Suspended' && is === 'True');
}

const SUSPENDED = { type: 'Suspended', status: 'True', reason: 'JobSuspended', message: 'Job suspended' } as const;
const RESUMED = { type: 'Suspended', status: 'False', reason: 'JobResumed', message: 'Job resumed' } as const;

/** For a Job whose spec and condition disagree. Source: syncJob, ensureJobConditionStatus. */
export function withSuspension(job: Job, status: JobStatus, tick: number): JobStatus {
  const condition = job.spec.suspend ? SUSPENDED : RESUMED;
  return { ...status, conditions: withCondition(status.conditions, condition, tick) };
}

export function verdictOf({ spec }: Job, status: JobStatus, pods: readonly Pod[], tick: number): JobVerdict | null {
  if (status.failed > spec.backoffLimit || restartsTooOften(spec, pods)) {
    const message = 'Job has reached the specified backoff limit';
    return { end: 'Failed', reason: 'BackoffLimitExceeded', message };
  }
  const deadline = deadlineTick(spec, status);
  if (deadline !== null && tick >= deadline) {
    return { end: 'Failed', reason: 'DeadlineExceeded', message: 'Job was active longer than specified deadline' };
  }
  const { completions } = spec;
  const isDone =
    completions === undefined ? status.succeeded > 0 && status.active === 0 : status.succeeded >= completions;
  return isDone
    ? { end: 'Complete', reason: 'CompletionsReached', message: 'Reached expected number of succeeded pods' }
    : null;
}

/**
 * Restarts within a pod count as failures, where the pod itself does not end: those of its init containers and sidecars
 * too, and already as many as the limit are too many. Source: job_controller.go, pastBackoffLimitOnFailure.
 */
function restartsTooOften({ backoffLimit, template }: Job['spec'], pods: readonly Pod[]): boolean {
  if (template.spec.restartPolicy !== 'OnFailure') return false;
  const restarts = pods
    .filter(({ status: { phase } }) => phase === 'Running' || phase === 'Pending')
    .flatMap(({ status }) => [...(status.initContainerStatuses ?? []), ...status.containerStatuses])
    .reduce((sum, { restartCount }) => sum + restartCount, 0);
  return restarts >= Math.max(1, backoffLimit);
}

/** While it is suspended the time stands still. */
export function deadlineTick({ activeDeadlineSeconds, suspend }: Job['spec'], status: JobStatus): number | null {
  if (suspend || activeDeadlineSeconds === undefined || status.startTick === null) return null;
  return status.startTick + activeDeadlineSeconds;
}

/**
 * What it comes to is settled; its pods may still be leaving. They are counted now or never: as failed, where the Job
 * has failed. Source: trackJobStatusAndRemoveFinalizers.
 */
export function settled(
  status: JobStatus,
  pods: readonly Pod[],
  { end, reason, message }: JobVerdict,
  tick: number,
): JobStatus {
  const condition = { type: SETTLED_BY[end], status: 'True', reason, message } as const;
  const left = end === 'Failed' ? pods.length - status.countedPods.length : 0;
  return {
    ...status,
    failed: status.failed + left,
    countedPods: pods.map(({ metadata }) => metadata.uid),
    conditions: withCondition(status.conditions, condition, tick),
  };
}

/** None of its pods is left that has not ended: what is settled is final. Source: enactJobFinished. */
export function ended(status: JobStatus, { end, reason, message }: JobVerdict, tick: number): JobStatus {
  const conditions = withCondition(status.conditions, { type: end, status: 'True', reason, message }, tick);
  return { ...status, conditions, completionTick: end === 'Complete' ? tick : null };
}

/** The verdict that has been put down; null while there is none. */
export function settledVerdict(job: Job): JobVerdict | null {
  const end = settledEnd(job);
  const condition = end && job.status.conditions.find(({ type }) => type === SETTLED_BY[end]);
  return condition ? { end, reason: condition.reason, message: condition.message } : null;
}

/** When it was over; null while it goes on. */
export function finishedTick(job: Job): number | null {
  const end = jobEnd(job);
  return job.status.conditions.find(({ type }) => type === end)?.lastTransitionTick ?? null;
}

/** When an over Job is forgotten; null where nobody set a time. */
export function expiryTick(job: Job): number | null {
  const finished = finishedTick(job);
  const { ttlSecondsAfterFinished: ttl } = job.spec;
  return finished === null || ttl === undefined ? null : finished + ttl;
}
