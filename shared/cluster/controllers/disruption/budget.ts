/** What a budget still allows, and whether a pod may be asked to leave. Source: pkg/controller/disruption, registry/core/pod/rest/eviction.go. */
import type { Deployment } from '../../../api/deployment.ts';
import { scaledValue } from '../../../api/int-or-percent.ts';
import type { KindMap } from '../../../api/kinds.ts';
import { controllerOf, keyOf } from '../../../api/meta.ts';
import type { PodDisruptionBudget } from '../../../api/pod-disruption-budget.ts';
import { isPodActive, isPodReady, isTerminating, type Pod } from '../../../api/pod.ts';
import type { ReplicaSet } from '../../../api/replica-set.ts';
import type { StatefulSet } from '../../../api/stateful-set.ts';
import { failure, type Status } from '../../../api/status.ts';
import { matchesSelector } from '../../../api/selectors.ts';
import type { View } from '../../../store/store.ts';
import { podsSelected } from '../../api-server/select-pods.ts';

export interface BudgetCounts {
  readonly currentHealthy: number;
  readonly desiredHealthy: number;
  readonly expectedPods: number;
  readonly disruptionsAllowed: number;
}

/** Without a word of either kind one must stay. Percentages round up, so that in doubt one more is kept. */
export function budgetCounts(view: View, { metadata, spec }: PodDisruptionBudget): BudgetCounts {
  const pods = podsSelected(view, metadata.namespace, spec.selector);
  const currentHealthy = pods.filter((pod) => isPodActive(pod) && isPodReady(pod)).length;
  const { minAvailable, maxUnavailable } = spec;
  const isByNumber = maxUnavailable === undefined && typeof minAvailable !== 'string';
  const expectedPods = isByNumber ? pods.filter(isPodActive).length : expectedOf(view, pods);
  const desiredHealthy =
    maxUnavailable === undefined
      ? scaledValue(minAvailable ?? 1, expectedPods, 'up')
      : Math.max(0, expectedPods - scaledValue(maxUnavailable, expectedPods, 'up'));
  const disruptionsAllowed = expectedPods === 0 ? 0 : Math.max(0, currentHealthy - desiredHealthy);
  return { currentHealthy, desiredHealthy, expectedPods, disruptionsAllowed };
}

/** What the pods' controllers want: each once. A pod on its own counts as itself. */
function expectedOf(view: View, pods: readonly Pod[]): number {
  const wanted = new Map<string, number>();
  for (const pod of pods.filter(isPodActive)) {
    const scaled = scaledOwner(view, pod);
    if (scaled) wanted.set(scaled.metadata.uid, scaled.spec.replicas);
    else wanted.set(pod.metadata.uid, 1);
  }
  return [...wanted.values()].reduce((sum, replicas) => sum + replicas, 0);
}

/** A Deployment speaks for its ReplicaSets: what they have beyond its wish while it rolls out is nobody's loss. */
function scaledOwner(view: View, pod: Pod): Deployment | ReplicaSet | StatefulSet | null {
  const statefulSet = ownerOf(view, pod, 'StatefulSet');
  if (statefulSet) return statefulSet;
  const replicaSet = ownerOf(view, pod, 'ReplicaSet');
  return replicaSet ? (ownerOf(view, replicaSet, 'Deployment') ?? replicaSet) : null;
}

function ownerOf<K extends 'Deployment' | 'ReplicaSet' | 'StatefulSet'>(
  view: View,
  { metadata }: Pick<Pod, 'metadata'>,
  kind: K,
): KindMap[K] | null {
  const owner = controllerOf(metadata);
  if (owner?.kind !== kind) return null;
  const found = view.get(kind, keyOf({ namespace: metadata.namespace, name: owner.name }));
  return found?.metadata.uid === owner.uid ? found : null;
}

export function budgetsOf(view: View, pod: Pod): readonly PodDisruptionBudget[] {
  const { namespace, labels } = pod.metadata;
  return view
    .keys('PodDisruptionBudget')
    .flatMap((key) => view.get('PodDisruptionBudget', key) ?? [])
    .filter(({ metadata, spec }) => metadata.namespace === namespace && matchesSelector(spec.selector, labels));
}

/** How the API server answers to an eviction: null where the pod may go. `spend` tells which budget it costs. */
export interface EvictionAnswer {
  readonly refusal: Status | null;
  readonly spend: PodDisruptionBudget | null;
}

const FREE: EvictionAnswer = { refusal: null, spend: null };
/** Source: eviction.go: ask again after this, while the budget has not been counted. */
const RETRY_SECONDS = 10;

export function answerEviction(view: View, pod: Pod): EvictionAnswer {
  // Nobody misses a pod that is over, leaving, or not there yet.
  if (isTerminating(pod) || pod.status.phase !== 'Running') return FREE;
  const budgets = budgetsOf(view, pod);
  const budget = budgets[0];
  if (!budget) return FREE;
  const { name } = pod.metadata;
  if (budgets.length > 1) {
    const message = 'This pod has more than one PodDisruptionBudget, which the eviction subresource does not support.';
    return { refusal: failure('InternalError', 'manyBudgets', message, { name }), spend: null };
  }
  const { status, spec, metadata } = budget;
  const details = {
    name,
    budget: metadata.name,
    healthy: status.currentHealthy,
    needed: status.desiredHealthy,
    retryAfterSeconds: RETRY_SECONDS,
  };
  if (status.observedGeneration < metadata.generation) {
    const message = `Cannot evict pod as it would violate the pod's disruption budget. The disruption budget ${metadata.name} is still being processed by the server.`;
    return { refusal: failure('TooManyRequests', 'budgetUnread', message, details), spend: null };
  }
  if (!isPodReady(pod)) {
    const isSpare = status.currentHealthy >= status.desiredHealthy && status.desiredHealthy > 0;
    if (spec.unhealthyPodEvictionPolicy === 'AlwaysAllow' || isSpare) return FREE;
  }
  if (status.disruptionsAllowed > 0) return { refusal: null, spend: budget };
  const message = `Cannot evict pod as it would violate the pod's disruption budget. The disruption budget ${metadata.name} needs ${status.desiredHealthy} healthy pods and has ${status.currentHealthy} currently`;
  return { refusal: failure('TooManyRequests', 'budgetSpent', message, details), spend: null };
}
