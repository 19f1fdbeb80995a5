/** One pod is moved, so that what keeps its successor out shows before the next accident shows it. */
import type { Deployment } from '../../api/deployment.ts';
import { isSystemKey } from '../../api/system.ts';
import { isPodActive, isPodReady, type Pod } from '../../api/pod.ts';
import type { View } from '../../store/store.ts';
import { deleteObject } from '../api-server/objects.ts';
import { podsMatching } from '../api-server/select-pods.ts';
import type { World } from '../world.ts';

export function moveOne(world: World, pods: readonly Pod[]): void {
  const [pod] = pods;
  if (pod) deleteObject(world, 'Pod', `${pod.metadata.namespace}/${pod.metadata.name}`);
}

/** Pods of a Deployment that stand and answer. */
export function readyPodsOf(view: View, { metadata, spec }: Deployment): readonly Pod[] {
  return podsMatching(view, metadata.namespace, spec.selector).filter((pod) => isPodActive(pod) && isPodReady(pod));
}

/** Deployments, in code unit order, that stand and have had their roll-out. */
export function settledDeployments(view: View): readonly Deployment[] {
  return view.keys('Deployment').flatMap((key) => {
    // What keeps the cluster itself going has faults of its own.
    if (isSystemKey(key)) return [];
    const deployment = view.get('Deployment', key);
    if (!deployment || deployment.spec.paused || deployment.spec.replicas === 0) return [];
    const { updatedReplicas, readyReplicas } = deployment.status;
    return updatedReplicas > 0 && readyReplicas > 0 ? [deployment] : [];
  });
}
