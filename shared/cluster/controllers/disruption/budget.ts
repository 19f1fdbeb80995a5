/** What a budget still allows, and whether a pod may be asked to leave. Source: pkg/controller/disruption, registry/core/pod/rest/eviction.go. */
import { scaledValue } from '../../../api/int-or-percent.ts';
import type { PodDisruptionBudget } from '../../../api/pod-disruption-budget.ts';
import { isPodActive, isPodReady, isTerminating, type Pod } from '../../../api/pod.ts';
import { failure, type Status } from '../../../api/status.ts';
import { matchesSelector } from '../../../api/selectors.ts';
import type { View } from '../../../store/store.ts';
import { podsSelected } from '../../api-server/select-pods.ts';
import { expectedScale, type ScaleProblem } from './expected-scale.ts';

export interface BudgetCounts {
  readonly currentHealthy: number;
  readonly desiredHealthy: number;
  readonly expectedPods: number;
  readonly disruptionsAllowed: number;
  /** Names of pods that are not in the count, because nobody says how many of them there should be. */
  readonly unmanaged: readonly string[];
}

/** Percentages round up, so that in doubt one more is kept. Without a word of either kind none is expected, and nobody may go. */
export function budgetCounts(view: View, { metadata, spec }: PodDisruptionBudget): BudgetCounts | ScaleProblem {
  const pods = podsSelected(view, metadata.namespace, spec.selector);
  const currentHealthy = pods.filter((pod) => isPodActive(pod) && isPodReady(pod)).length;
  const { minAvailable, maxUnavailable } = spec;
  if (minAvailable === undefined && maxUnavailable === undefined) return { ...NO_COUNTS, currentHealthy };
  const isByNumber = maxUnavailable === undefined && typeof minAvailable !== 'string';
  const expected = isByNumber ? { count: pods.length, unmanaged: [] } : expectedScale(view, pods);
  if ('message' in expected) return expected;
  const { count: expectedPods, unmanaged } = expected;
  const desiredHealthy =
    maxUnavailable === undefined
      ? scaledValue(minAvailable ?? 0, expectedPods, 'up')
      : Math.max(0, expectedPods - scaledValue(maxUnavailable, expectedPods, 'up'));
  const disruptionsAllowed = expectedPods === 0 ? 0 : Math.max(0, currentHealthy - desiredHealthy);
  return { currentHealthy, desiredHealthy, expectedPods, disruptionsAllowed, unmanaged };
}

const NO_COUNTS = { desiredHealthy: 0, expectedPods: 0, disruptionsAllowed: 0, unmanaged: [] } as const;

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
  };
  if (!isPodReady(pod)) {
    const isSpare = status.currentHealthy >= status.desiredHealthy && status.desiredHealthy > 0;
    if (spec.unhealthyPodEvictionPolicy === 'AlwaysAllow' || isSpare) return FREE;
  }
  if (status.observedGeneration < metadata.generation) {
    const message = `Cannot evict pod as it would violate the pod's disruption budget. The disruption budget ${metadata.name} is still being processed by the server.`;
    const retry = { ...details, retryAfterSeconds: RETRY_SECONDS };
    return { refusal: failure('TooManyRequests', 'budgetUnread', message, retry), spend: null };
  }
  if (status.disruptionsAllowed > 0) return { refusal: null, spend: budget };
  const message = `Cannot evict pod as it would violate the pod's disruption budget. The disruption budget ${metadata.name} needs ${status.desiredHealthy} healthy pods and has ${status.currentHealthy} currently`;
  return { refusal: failure('TooManyRequests', 'budgetSpent', message, details), spend: null };
}
