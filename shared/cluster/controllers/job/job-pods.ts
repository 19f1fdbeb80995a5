/** The pods of a Job: how many are wanted now, and when the next may come. Source: pkg/controller/job. */
import { settledEnd, type Job } from '../../../api/job.ts';
import { controllerOf, keyOf } from '../../../api/meta.ts';
import { isPodActive, type Pod } from '../../../api/pod.ts';
import { failure, notFound, type Status } from '../../../api/status.ts';
import type { View } from '../../../store/store.ts';
import type { Verb } from '../../verbs/table.ts';
import type { World } from '../../world.ts';
import { podsOf } from '../replica-set/replica-set-pods.ts';
import { candidate, compareActive } from '../replica-set/victims.ts';
import type { PlannedPod } from '../workloads/owned-pod.ts';

/** Source: DefaultJobPodFailureBackOff, MaxJobPodFailureBackOff. */
const FAILURE_BACKOFF_TICKS = 10;
const FAILURE_BACKOFF_MAX_TICKS = 600;
/** Far beyond the maximum. */
const MOST_DOUBLINGS = 10;

export function activePods(view: View, job: Job): readonly Pod[] {
  return podsOf(view, job.metadata.uid).filter(isPodActive);
}

/** No new pod before this tick: each failure in a row doubles the wait. */
export function nextPodTick({ failuresInRow, lastFailureTick }: Job['status']): number {
  if (failuresInRow === 0 || lastFailureTick === null) return 0;
  const wait = FAILURE_BACKOFF_TICKS << Math.min(failuresInRow - 1, MOST_DOUBLINGS);
  return lastFailureTick + Math.min(wait, FAILURE_BACKOFF_MAX_TICKS);
}

export function wantedActive({ spec, status }: Job, active: number): number {
  if (spec.suspend) return 0;
  // A queue of work: once one found it empty, the rest finish and no more come.
  if (spec.completions === undefined) return status.succeeded > 0 ? active : spec.parallelism;
  return Math.max(0, Math.min(spec.parallelism, spec.completions - status.succeeded));
}

export function planJob(view: View, job: Job): readonly Verb[] {
  const active = activePods(view, job);
  const wanted = settledEnd(job) === null ? wantedActive(job, active.length) : 0;
  if (active.length > wanted) {
    return surplusOf(active, active.length - wanted).map((key) => ({ verb: 'delete', kind: 'Pod', key }));
  }
  if (view.tick < nextPodTick(job.status)) return [];
  const owner = keyOf(job.metadata);
  return Array.from({ length: wanted - active.length }, () => ({ verb: 'createPod', kind: 'Job', owner, slot: '' }));
}

/** Keys of whom it lets go first. Source: activePodsForRemoval. */
function surplusOf(active: readonly Pod[], surplus: number): readonly string[] {
  const candidates = active.map((pod) => ({ ...candidate(pod, 0), key: keyOf(pod.metadata) }));
  return candidates
    .toSorted(compareActive)
    .slice(0, surplus)
    .map(({ key }) => key);
}

/** Whom a Job does not need it does not count, whoever sends that pod away. Source: deleteJobPods. */
export function letSurplusGo(world: World, pod: Pod): void {
  const owner = controllerOf(pod.metadata);
  const key = owner?.kind === 'Job' ? keyOf({ ...pod.metadata, name: owner.name }) : null;
  const [seen, job] = key === null ? [] : [world.get('Job', key), world.live.get('Job', key)];
  if (!seen || !job || job.metadata.uid !== owner?.uid || settledEnd(seen) !== null || !isPodActive(pod)) return;
  const active = activePods(world, seen).length;
  if (active <= wantedActive(seen, active)) return;
  const countedPods = [...job.status.countedPods, pod.metadata.uid];
  world.put({ ...job, status: { ...job.status, countedPods } });
}

export function jobPod(view: View, key: string): PlannedPod | Status {
  const owner = view.get('Job', key);
  if (!owner) return notFound('Job', key);
  const { name } = owner.metadata;
  const end = settledEnd(owner);
  if (end !== null) return failure('Conflict', 'jobOver', `job "${name}" is over: ${end}`, { name, end });
  const active = activePods(view, owner).length;
  const wanted = wantedActive(owner, active);
  if (active >= wanted) {
    const message = `job "${name}" has ${active} active pods and wants ${wanted}`;
    return failure('BadRequest', 'jobNeedsNone', message, { name, active, wanted });
  }
  const seconds = nextPodTick(owner.status) - view.tick;
  if (seconds > 0) {
    const message = `job "${name}" backs off for ${seconds}s after a failure`;
    return failure('Conflict', 'jobBacksOff', message, { name, seconds });
  }
  const { template } = owner.spec;
  const labels = { ...template.metadata.labels, 'batch.kubernetes.io/job-name': name, 'job-name': name };
  const { annotations } = template.metadata;
  return { owner, name: null, labels, annotations, spec: template.spec, source: 'job-controller' };
}
