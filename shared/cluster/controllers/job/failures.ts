/** Failures in a row, and when the last one was: both make the next pod wait. Source: pkg/controller/job/backoff_utils.go. */
import type { JobStatus } from '../../../api/job.ts';
import { podCondition, type Pod } from '../../../api/pod.ts';

type Failures = Pick<JobStatus, 'failuresInRow' | 'lastFailureTick'>;

/** Of pods that are counted now; a success forgives what failed no later than itself. */
export function failuresAfter(
  { failuresInRow, lastFailureTick }: Failures,
  succeeded: readonly Pod[],
  failed: readonly Pod[],
): Failures {
  const failures = failed.map(endTick);
  if (succeeded.length === 0) {
    if (failures.length === 0) return { failuresInRow, lastFailureTick };
    return { failuresInRow: failuresInRow + failures.length, lastFailureTick: Math.max(...failures) };
  }
  const lastSuccess = Math.max(...succeeded.map(endTick));
  const later = failures.filter((tick) => tick > lastSuccess);
  return { failuresInRow: later.length, lastFailureTick: later.length === 0 ? null : Math.max(...later) };
}

/** When its last container ended; else since when it serves nobody, or has been told to leave. Source: getFinishedTime. */
function endTick(pod: Pod): number {
  const { creationTick, deletionTick } = pod.metadata;
  const ready = podCondition(pod, 'Ready');
  return (
    lastContainerTick(pod) ?? (ready?.status === 'False' ? ready.lastTransitionTick : (deletionTick ?? creationTick))
  );
}

/** Null while one of them has not ended, or nobody has told of any. */
function lastContainerTick({ status }: Pod): number | null {
  const ticks: number[] = [];
  for (const { state } of status.containerStatuses) {
    if (state.type !== 'terminated') return null;
    ticks.push(state.finishedTick);
  }
  return ticks.length === 0 ? null : Math.max(...ticks);
}
