/** The pods of a ReplicaSet, and what is to be done about their number. */
import { controllerOf, keyOf } from '../../../api/meta.ts';
import { isPodActive, isPodReady, isPodTerminal, isTerminating, type Pod } from '../../../api/pod.ts';
import type { ReplicaSet } from '../../../api/replica-set.ts';
import { runningSums } from '../../../store/running-sums.ts';
import { Store, type View } from '../../../store/store.ts';
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

export interface PodCounts {
  readonly active: number;
  /** Of the active ones. */
  readonly ready: number;
  /** Deleted, and not gone yet. */
  readonly leaving: number;
}

const NO_PODS: PodCounts = { active: 0, ready: 0, leaving: 0 };
const UNREADY_POD: PodCounts = { ...NO_PODS, active: 1 };
const READY_POD: PodCounts = { ...UNREADY_POD, ready: 1 };
const LEAVING_POD: PodCounts = { ...NO_PODS, leaving: 1 };

function countOf(pod: Pod): PodCounts {
  if (isPodTerminal(pod)) return NO_PODS;
  if (isTerminating(pod)) return LEAVING_POD;
  return isPodReady(pod) ? READY_POD : UNREADY_POD;
}

const added = (a: PodCounts, b: PodCounts, times: 1 | -1): PodCounts => ({
  active: a.active + times * b.active,
  ready: a.ready + times * b.ready,
  leaving: a.leaving + times * b.leaving,
});

const countsOfOwner = runningSums<'Pod', PodCounts>({
  kind: 'Pod',
  nothing: NO_PODS,
  groupOf: ({ metadata }) => controllerOf(metadata)?.uid ?? null,
  amountOf: (_store, pod) => countOf(pod),
  plus: (counts, more) => added(counts, more, 1),
  minus: (counts, less) => added(counts, less, -1),
});

/** How many pods a controller has, and how they are. What is not the store itself is counted through. */
export function podCounts(view: View, controllerUid: string): PodCounts {
  if (view instanceof Store) return countsOfOwner(view, controllerUid);
  return podsOf(view, controllerUid).reduce((counts, pod) => added(counts, countOf(pod), 1), NO_PODS);
}

/** Positive: that many are missing. Negative: that many are too many. */
export function missingPods(view: View, replicaSet: ReplicaSet): number {
  return replicaSet.spec.replicas - podCounts(view, replicaSet.metadata.uid).active;
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
