/**
 * Scaling, as distinct from rolling out: somebody asked for another count. In the middle of a rollout every
 * ReplicaSet gets its share, so that a surge of visitors is met at once. Source: pkg/controller/deployment/sync.go.
 */
import { floorDiv } from '../../../base/integers.ts';
import type { RolloutGoal } from './fenceposts.ts';
import { byAge, totalReplicas, type Resize, type SizedSet } from './sized-set.ts';

/** Some active ReplicaSet was last sized for another count than the one that is wanted now. */
export function isScalingEvent(goal: RolloutGoal, sets: readonly SizedSet[]): boolean {
  return sets.some((set) => set.replicas > 0 && set.desiredReplicas !== null && set.desiredReplicas !== goal.replicas);
}

/**
 * Sizes of all ReplicaSets that a scaling touches. One that keeps its size is listed too: it must learn what it is
 * sized for now. `actualReplicas` is the Deployment's own count, for sets that do not know their base.
 */
export function scale(
  goal: RolloutGoal,
  newSet: SizedSet | null,
  oldSets: readonly SizedSet[],
  actualReplicas: number,
): readonly Resize[] {
  const only = activeOrLatest(newSet, oldSets);
  if (only) return isSizedFor(only, goal) ? [] : [{ key: only.key, replicas: goal.replicas }];
  const active = (newSet ? [...oldSets, newSet] : oldSets).filter((set) => set.replicas > 0);
  if (newSet && isSaturated(newSet, goal)) {
    return active.filter((set) => set !== newSet).map(({ key }) => ({ key, replicas: 0 }));
  }
  return proportional(goal, active, actualReplicas).filter(({ key, replicas }) => {
    const set = active.find((candidate) => candidate.key === key);
    return set !== undefined && !(set.replicas === replicas && set.desiredReplicas === goal.replicas);
  });
}

function isSizedFor(set: SizedSet, goal: RolloutGoal): boolean {
  return set.replicas === goal.replicas && (set.desiredReplicas === goal.replicas || set.replicas === 0);
}

function isSaturated(set: SizedSet, { replicas }: RolloutGoal): boolean {
  return set.replicas === replicas && set.desiredReplicas === replicas && set.availableReplicas === replicas;
}

/** The only ReplicaSet with pods; where none has any, the newest; where several have, none. */
function activeOrLatest(newSet: SizedSet | null, oldSets: readonly SizedSet[]): SizedSet | null {
  const active = (newSet ? [...oldSets, newSet] : oldSets).filter((set) => set.replicas > 0);
  if (active.length > 1) return null;
  return active[0] ?? newSet ?? oldSets.toSorted(byAge).at(-1) ?? null;
}

/** Each set's share by its size; what rounding leaves over goes to the largest, the newer first when growing. */
function proportional(goal: RolloutGoal, active: readonly SizedSet[], actualReplicas: number): readonly Resize[] {
  const allowed = goal.replicas > 0 ? goal.replicas + goal.maxSurge : 0;
  const toAdd = allowed - totalReplicas(active);
  const sorted = active.toSorted((a, b) => b.replicas - a.replicas || (toAdd > 0 ? byAge(b, a) : byAge(a, b)));
  let left = toAdd;
  const sizes = sorted.map((set) => {
    const share = proportionOf(goal, set, actualReplicas, left);
    left -= share;
    return set.replicas + share;
  });
  return sorted.map(({ key }, index) => ({
    key,
    replicas: Math.max(0, (sizes[index] ?? 0) + (index === 0 ? left : 0)),
  }));
}

function proportionOf(goal: RolloutGoal, set: SizedSet, actualReplicas: number, left: number): number {
  if (left === 0) return 0;
  const fraction = fractionOf(goal, set, actualReplicas);
  return left > 0 ? Math.min(fraction, left) : Math.max(fraction, left);
}

function fractionOf(goal: RolloutGoal, set: SizedSet, actualReplicas: number): number {
  if (goal.replicas === 0) return -set.replicas;
  const base = set.maxReplicas || actualReplicas;
  if (base === 0) return 0;
  return roundedDiv(set.replicas * (goal.replicas + goal.maxSurge), base) - set.replicas;
}

/** Rounds halves up. */
function roundedDiv(dividend: number, divisor: number): number {
  return floorDiv(2 * dividend + divisor, 2 * divisor);
}
