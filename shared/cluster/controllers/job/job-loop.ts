/** The Job controller, the counts it keeps, and who forgets Jobs that are over. */
import { jobEnd, type Job } from '../../../api/job.ts';
import { keyOf } from '../../../api/meta.ts';
import { isPodTerminal, isTerminating } from '../../../api/pod.ts';
import { recordEvent } from '../../api-server/events.ts';
import { forgetPod } from '../../api-server/objects.ts';
import { controlLoop, reflex } from '../../loop.ts';
import { inControllerManager } from '../../processes.ts';
import { podsOf } from '../replica-set/replica-set-pods.ts';
import { retryDeadlines, unlessHeldBack } from '../workloads/create-backoff.ts';
import { ownersOf } from '../workloads/owners.ts';
import { activePods, nextPodTick, planJob } from './job-pods.ts';
import { countedStatus, deadlineTick, ended, expiryTick, verdictOf } from './job-status.ts';

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
  deadlines: { Job: (job) => (jobEnd(job) === null ? at(job, deadlineTick(job.spec, job.status)) : []) },
  run: (world, key) => {
    const job = world.get('Job', key);
    if (!job) return;
    const active = activePods(world, job);
    const pods = podsOf(world, job.metadata.uid);
    const status = countedStatus(job, pods, active, world.tick);
    const verdict = jobEnd(job) === null ? verdictOf(job, status, active, world.tick) : null;
    world.put({ ...job, status: verdict ? ended(status, verdict, world.tick) : status });
    // Deleted before they were counted: they waited for it.
    for (const pod of pods) if (isTerminating(pod) && isPodTerminal(pod)) forgetPod(world, pod);
    if (!verdict) return;
    const { name } = job.metadata;
    const source = 'job-controller';
    if (verdict.end === 'Complete') {
      recordEvent(world, job, {
        type: 'Normal',
        reason: 'Completed',
        message: 'Job completed',
        details: { name },
        source,
      });
    } else {
      const { reason, message } = verdict;
      recordEvent(world, job, { type: 'Warning', reason, message, details: { name }, source });
    }
  },
});

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
