/** Deployments and their ReplicaSets. */
import { isPodActive, isPodReady } from '../../../../shared/api/pod.ts';
import { revisionOf, revisionsOf } from '../../../../shared/cluster/controllers/deployment/revisions.ts';
import { isSystemKey } from '../../../../shared/api/system.ts';
import type { View } from '../../../../shared/store/store.ts';
import { fullView } from '../../preferences.ts';
import { isDeploymentShown } from '../../system-objects.ts';
import { listOfKind } from '../work-list.ts';

const ofDeployments = listOfKind({
  id: 'deployment',
  switchId: 'deployment',
  loops: ['deployment'],
  isAlwaysShown: true,
  kind: 'Deployment',
  of: (view, deployment) => {
    const { newSet, oldSets } = revisionsOf(view, deployment);
    const values = {
      wanted: deployment.spec.replicas,
      image: deployment.spec.template.spec.containers[0]?.image ?? '',
      revision: newSet ? revisionOf(newSet) : 0,
      now: newSet?.spec.replicas ?? 0,
      old: oldSets.reduce((sum, set) => sum + set.spec.replicas, 0),
      available: deployment.status.availableReplicas,
    };
    return { wanted: 'deployment.wanted', observed: newSet ? 'deployment.observed' : 'deployment.noSet', values };
  },
});

export const deployments = {
  ...ofDeployments,
  subjects: (view) => view.keys('Deployment').filter((key) => isDeploymentShown(view, key)),
} satisfies typeof ofDeployments;

const ofReplicaSets = listOfKind({
  id: 'replicaset',
  switchId: 'replicaset',
  loops: ['replicaset'],
  isAlwaysShown: true,
  kind: 'ReplicaSet',
  of: (view, replicaSet) => {
    const pods = view.by('podsByController', replicaSet.metadata.uid).flatMap((name) => view.get('Pod', name) ?? []);
    const values = {
      wanted: replicaSet.spec.replicas,
      now: pods.filter(isPodActive).length,
      ready: pods.filter((pod) => isPodActive(pod) && isPodReady(pod)).length,
    };
    return { wanted: 'replicaset.wanted', observed: 'replicaset.observed', values };
  },
});

/** Old revisions with nothing in them are history, not work. */
function isInUse(view: View, key: string): boolean {
  const replicaSet = view.get('ReplicaSet', key);
  return replicaSet !== undefined && (replicaSet.spec.replicas > 0 || replicaSet.status.replicas > 0);
}

export const replicaSets = {
  ...ofReplicaSets,
  subjects: (view, plans) =>
    view
      .keys('ReplicaSet')
      .filter((key) => plans.has(key) || (isInUse(view, key) && (fullView.value || !isSystemKey(key)))),
} satisfies typeof ofReplicaSets;
