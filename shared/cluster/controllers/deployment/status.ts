/** The Deployment's own counts and conditions. Source: pkg/controller/deployment/{sync,progress}.go. */
import type { Deployment, DeploymentCondition, DeploymentStatus } from '../../../api/deployment.ts';
import type { ReplicaSet } from '../../../api/replica-set.ts';
import { rolloutGoal } from './fenceposts.ts';
import { hasDeadline, isComplete, isProgressing, isTimedOut, PROGRESS, type Counts } from './progress.ts';
import type { Revisions } from './revisions.ts';

type ConditionText = Pick<DeploymentCondition, 'type' | 'status' | 'reason' | 'message'>;

/** Wanted, real and leaving pods of some ReplicaSets. `terminating` is null while one that has pods has not said. */
export function replicaCounts(
  sets: readonly { readonly wanted: number; readonly actual: number; readonly terminating: number | null }[],
): { readonly wanted: number; readonly actual: number; readonly terminating: number | null } {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const terminating = sets.map((set) => set.terminating ?? (set.actual === 0 ? 0 : null));
  return {
    wanted: sum(sets.map((set) => set.wanted)),
    actual: sum(sets.map((set) => set.actual)),
    terminating: terminating.every((count) => count !== null) ? sum(terminating) : null,
  };
}

export function deploymentStatus(deployment: Deployment, revisions: Revisions, tick: number): DeploymentStatus {
  const { newSet, oldSets } = revisions;
  const all = newSet ? [...oldSets, newSet] : oldSets;
  const sum = (of: (set: ReplicaSet) => number) => all.reduce((total, set) => total + of(set), 0);
  const { wanted, actual } = replicaCounts(
    all.map(({ spec, status }) => ({
      wanted: spec.replicas,
      actual: status.replicas,
      terminating: status.terminatingReplicas,
    })),
  );
  const availableReplicas = sum((set) => set.status.availableReplicas);
  const counts = {
    observedGeneration: deployment.metadata.generation,
    replicas: actual,
    updatedReplicas: newSet?.status.replicas ?? 0,
    readyReplicas: sum((set) => set.status.readyReplicas),
    availableReplicas,
    unavailableReplicas: Math.max(0, wanted - availableReplicas),
  };
  const { conditions } = deployment.status;
  const available = withCondition(conditions, availability(deployment, availableReplicas), tick);
  return {
    ...counts,
    conditions: progress(
      { ...deployment, status: { ...deployment.status, conditions: available } },
      newSet,
      counts,
      tick,
    ),
  };
}

function availability(deployment: Deployment, availableReplicas: number): ConditionText {
  const { replicas, maxUnavailable } = rolloutGoal(deployment.spec);
  return availableReplicas >= replicas - maxUnavailable
    ? {
        type: 'Available',
        status: 'True',
        reason: 'MinimumReplicasAvailable',
        message: 'Deployment has minimum availability.',
      }
    : {
        type: 'Available',
        status: 'False',
        reason: 'MinimumReplicasUnavailable',
        message: 'Deployment does not have minimum availability.',
      };
}

function progress(
  deployment: Deployment,
  newSet: ReplicaSet | null,
  counts: Counts,
  tick: number,
): DeploymentStatus['conditions'] {
  const { spec, status } = deployment;
  if (!hasDeadline(spec.progressDeadlineSeconds)) return status.conditions.filter(({ type }) => type !== 'Progressing');
  const current = status.conditions.find((condition) => condition.type === 'Progressing');
  const text = pauseText(spec.paused, current);
  if (text) return withCondition(status.conditions, text, tick);
  const isDone = counts.replicas === counts.updatedReplicas && current?.reason === PROGRESS.available;
  const noted = current || !newSet ? status.conditions : withCondition(status.conditions, foundText(newSet), tick);
  if (spec.paused || isDone) return noted;
  const who = newSet ? `ReplicaSet "${newSet.metadata.name}"` : `Deployment "${deployment.metadata.name}"`;
  if (isComplete(spec.replicas, counts)) {
    return withCondition(noted, progressText('True', PROGRESS.available, `${who} has successfully progressed.`), tick);
  }
  if (isProgressing(status, counts)) {
    return replaceCondition(noted, progressText('True', PROGRESS.updated, `${who} is progressing.`), tick);
  }
  if (isTimedOut(current, spec.progressDeadlineSeconds, tick)) {
    return withCondition(noted, progressText('False', PROGRESS.timedOut, `${who} has timed out progressing.`), tick);
  }
  return noted;
}

/** Somebody begins to care for the progress of what is there already. */
function foundText({ metadata }: ReplicaSet): ConditionText {
  return progressText('True', PROGRESS.found, `Found new replica set "${metadata.name}"`);
}

/** Pausing stops the deadline, resuming starts it anew; a rollout that has timed out stays so. */
function pauseText(paused: boolean, current: DeploymentCondition | undefined): ConditionText | null {
  if (current?.reason === PROGRESS.timedOut) return null;
  const isNoted = current?.reason === PROGRESS.paused;
  if (paused && !isNoted) return progressText('Unknown', PROGRESS.paused, 'Deployment is paused');
  if (!paused && isNoted) return progressText('Unknown', PROGRESS.resumed, 'Deployment is resumed');
  return null;
}

export function progressText(status: ConditionText['status'], reason: string, message: string): ConditionText {
  return { type: 'Progressing', status, reason, message };
}

/** Sets a condition. One that says the same already stays as it was, its time too. */
export function withCondition(
  conditions: readonly DeploymentCondition[],
  text: ConditionText,
  tick: number,
): readonly DeploymentCondition[] {
  const current = conditions.find((condition) => condition.type === text.type);
  if (current && current.status === text.status && current.reason === text.reason) return conditions;
  return replaceCondition(conditions, text, tick);
}

/** Sets a condition and notes that it was said now, even if it says what it said. */
function replaceCondition(
  conditions: readonly DeploymentCondition[],
  text: ConditionText,
  tick: number,
): readonly DeploymentCondition[] {
  const current = conditions.find((condition) => condition.type === text.type);
  const lastTransitionTick = current?.status === text.status ? current.lastTransitionTick : tick;
  const others = conditions.filter((condition) => condition.type !== text.type);
  return [...others, { ...text, lastTransitionTick, lastUpdateTick: tick }].sort((a, b) => (a.type < b.type ? -1 : 1));
}
