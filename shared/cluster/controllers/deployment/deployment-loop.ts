/** The Deployment controller: one ReplicaSet per revision, and the sizes that carry the change without closing. */
import { switchUnlessSystem } from '../../switches.ts';
import { controlLoop } from '../../loop.ts';
import { inControllerManager } from '../../processes.ts';
import type { Deployment } from '../../../api/deployment.ts';
import { keyOf } from '../../../api/meta.ts';
import { subject } from '../../../store/change.ts';
import type { Verb } from '../../verbs/table.ts';
import { rolloutGoal } from './fenceposts.ts';
import { forgottenRevisions, oldRevision } from './history.ts';
import { isComplete } from './progress.ts';
import { deploymentKeyOf, isUpToDate, revisionsOf, type Revisions } from './revisions.ts';
import { closeOld, hasOldPods } from './recreate.ts';
import { resizeNew, resizeOld } from './rolling-update.ts';
import { isScalingEvent, scale } from './scaling.ts';
import { sizedSet, type Resize } from './sized-set.ts';
import type { ReplicaSet } from '../../../api/replica-set.ts';

export const deploymentLoop = controlLoop({
  name: 'deployment',
  process: inControllerManager,
  component: 'deployment-controller',
  switchOf: switchUnlessSystem('deployment'),
  keys: (view) => view.keys('Deployment'),
  watches: {
    Deployment: (change) => [change.key],
    ReplicaSet: (change) => {
      const key = deploymentKeyOf(subject(change) as ReplicaSet);
      return key === null ? [] : [key];
    },
  },
  plan: (view, key) => {
    const deployment = view.get('Deployment', key);
    return deployment ? planDeployment(deployment, revisionsOf(view, deployment)) : [];
  },
});

/** One step at a time: what follows a change of size is planned when that change has been seen. */
export function planDeployment(deployment: Deployment, revisions: Revisions): readonly Verb[] {
  const goal = rolloutGoal(deployment.spec);
  const newSet = revisions.newSet && sizedSet(revisions.newSet);
  const oldSets = revisions.oldSets.map(sizedSet);
  if (deployment.spec.paused || isScalingEvent(goal, newSet ? [newSet, ...oldSets] : oldSets)) {
    const resizes = scale(goal, newSet, oldSets, deployment.status.replicas);
    if (resizes.length > 0) return resizes.map(toVerb);
    return deployment.spec.paused ? forget(deployment, revisions) : [];
  }
  if (goal.isRecreate && hasOldPods(revisions)) return closeOld(oldSets).map(toVerb);
  if (!newSet || !isUpToDate(deployment, revisions)) {
    return [{ verb: 'createReplicaSet', deployment: keyOf(deployment.metadata) }];
  }
  const up = resizeNew(goal, newSet, oldSets);
  if (up.length > 0) return up.map(toVerb);
  const down = goal.isRecreate ? [] : resizeOld(goal, newSet, oldSets);
  if (down.length > 0) return down.map(toVerb);
  return isRolledOut(deployment) ? forget(deployment, revisions) : [];
}

function toVerb({ key, replicas }: Resize): Verb {
  return { verb: 'scaleReplicaSet', replicaSet: key, replicas };
}

function isRolledOut({ metadata, spec, status }: Deployment): boolean {
  return status.observedGeneration >= metadata.generation && isComplete(spec.replicas, status);
}

function forget(deployment: Deployment, { oldSets }: Revisions): readonly Verb[] {
  const keys = forgottenRevisions(oldSets.map(oldRevision), deployment.spec.revisionHistoryLimit);
  return keys.map((key) => ({ verb: 'delete', kind: 'ReplicaSet', key }));
}
