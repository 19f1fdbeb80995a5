/** Whether a rollout is complete, moves, or has stood still too long. Source: pkg/controller/deployment/util. */
import type { DeploymentCondition, DeploymentStatus } from '../../../api/deployment.ts';
import { MAX_INT32 } from '../../../api/int32.ts';

export type Counts = Pick<DeploymentStatus, 'replicas' | 'updatedReplicas' | 'readyReplicas' | 'availableReplicas'>;

/** Reasons of the condition Progressing. */
export const PROGRESS = {
  created: 'NewReplicaSetCreated',
  found: 'FoundNewReplicaSet',
  updated: 'ReplicaSetUpdated',
  available: 'NewReplicaSetAvailable',
  timedOut: 'ProgressDeadlineExceeded',
  paused: 'DeploymentPaused',
  resumed: 'DeploymentResumed',
} as const;

/** Every pod is of the new revision and available, and no old one is left. */
export function isComplete(replicas: number, status: Counts): boolean {
  return status.updatedReplicas === replicas && status.replicas === replicas && status.availableReplicas === replicas;
}

/** More updated, fewer old, more ready or more available than before. */
export function isProgressing(before: Counts, after: Counts): boolean {
  return (
    after.updatedReplicas > before.updatedReplicas ||
    after.replicas - after.updatedReplicas < before.replicas - before.updatedReplicas ||
    after.readyReplicas > before.readyReplicas ||
    after.availableReplicas > before.availableReplicas
  );
}

/** The largest number says that no deadline runs, and then nobody watches the progress. */
export function hasDeadline(deadlineSeconds: number | null): deadlineSeconds is number {
  return deadlineSeconds !== null && deadlineSeconds !== MAX_INT32;
}

/** First tick on which the rollout counts as stuck; null where no deadline runs. */
export function stuckTick(
  progressing: Pick<DeploymentCondition, 'reason' | 'lastUpdateTick'> | undefined,
  deadlineSeconds: number | null,
): number | null {
  if (!progressing || !hasDeadline(deadlineSeconds)) return null;
  if (progressing.reason === PROGRESS.available || progressing.reason === PROGRESS.timedOut) return null;
  return progressing.lastUpdateTick + deadlineSeconds + 1;
}

export function isTimedOut(
  progressing: Pick<DeploymentCondition, 'reason' | 'lastUpdateTick'> | undefined,
  deadlineSeconds: number | null,
  tick: number,
): boolean {
  if (hasDeadline(deadlineSeconds) && progressing?.reason === PROGRESS.timedOut) return true;
  const stuck = stuckTick(progressing, deadlineSeconds);
  return stuck !== null && tick >= stuck;
}
