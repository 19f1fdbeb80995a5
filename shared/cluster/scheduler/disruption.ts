/** Which victims of a preemption a disruption budget would want to keep. Source: framework/preemption. */
import type { Pod } from '../../api/pod.ts';
import { isEmptySelector, matchesSelector, type FullLabelSelector } from '../../api/selectors.ts';

/** What a preemption needs to know of a PodDisruptionBudget. */
export interface Budget {
  readonly namespace: string;
  readonly selector: FullLabelSelector | null;
  readonly disruptionsAllowed: number;
  /** Names of pods whose disruption it has counted already. */
  readonly disruptedPods: readonly string[];
}

/** No budget covers a pod without labels, whatever its selector says. */
function covers({ namespace, selector, disruptedPods }: Budget, { metadata }: Pod): boolean {
  if (Object.keys(metadata.labels).length === 0) return false;
  if (namespace !== metadata.namespace || selector === null || isEmptySelector(selector)) return false;
  return matchesSelector(selector, metadata.labels) && !disruptedPods.includes(metadata.name);
}

/** Those whose leaving a budget would not allow, counted in the order given. */
export function violating(pods: readonly Pod[], budgets: readonly Budget[]): ReadonlySet<Pod> {
  const left = budgets.map(({ disruptionsAllowed }) => disruptionsAllowed);
  const violators = new Set<Pod>();
  for (const pod of pods) {
    for (const [index, budget] of budgets.entries()) {
      if (!covers(budget, pod)) continue;
      left[index] = (left[index] ?? 0) - 1;
      if ((left[index] ?? 0) < 0) violators.add(pod);
    }
  }
  return violators;
}
