/** The pods of a ReplicaSet, and what is to be done about their number. */
import { controllerOf, keyOf } from '../../../api/meta.ts';
import { isPodActive, type Pod } from '../../../api/pod.ts';
import type { ReplicaSet } from '../../../api/replica-set.ts';
import type { View } from '../../../store/store.ts';
import { candidate, chooseVictims, siblingCounts } from './victims.ts';

/** Oracle: controllers.burstReplicas. */
export const BURST_REPLICAS = 500;
/** Our limit, as a quota would set it: what a browser still plays smoothly. */
export const PODS_QUOTA = 12_000;

export function podsOf(view: View, controllerUid: string): readonly Pod[] {
  return view
    .by('podsByController', controllerUid)
    .map((key) => view.get('Pod', key))
    .filter((pod) => pod !== undefined);
}

/** Key of the ReplicaSet that controls a pod; null for one on its own. */
export function replicaSetKeyOf(pod: Pod): string | null {
  const owner = controllerOf(pod.metadata);
  return owner?.kind === 'ReplicaSet' ? keyOf({ ...pod.metadata, name: owner.name }) : null;
}

/** Positive: that many are missing. Negative: that many are too many. */
export function missingPods(view: View, replicaSet: ReplicaSet): number {
  return replicaSet.spec.replicas - podsOf(view, replicaSet.metadata.uid).filter(isPodActive).length;
}

/** Keys of the pods that go, when there are `surplus` too many. */
export function victimsOf(view: View, replicaSet: ReplicaSet, surplus: number): readonly string[] {
  const active = podsOf(view, replicaSet.metadata.uid).filter(isPodActive);
  const siblings = siblingCounts(relatedPods(view, replicaSet));
  const candidates = active.map((pod) => ({
    ...candidate(pod, siblings.get(pod.spec.nodeName ?? '') ?? 0),
    key: keyOf(pod.metadata),
  }));
  return chooseVictims(candidates, surplus, view.tick).map((victim) => victim.key);
}

function relatedPods(view: View, replicaSet: ReplicaSet): readonly Pod[] {
  const owner = controllerOf(replicaSet.metadata);
  if (!owner) return podsOf(view, replicaSet.metadata.uid);
  return view.by('replicaSetsByController', owner.uid).flatMap((key) => {
    const sibling = view.get('ReplicaSet', key);
    return sibling ? podsOf(view, sibling.metadata.uid) : [];
  });
}
