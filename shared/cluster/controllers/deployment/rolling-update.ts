/**
 * One step of a rolling update: the new ReplicaSet up as far as the surge allows, then the old ones down as far as
 * availability allows, the unhealthy of them first. Source: pkg/controller/deployment/rolling.go.
 */
import { clamp } from '../../../base/integers.ts';
import type { RolloutGoal } from './fenceposts.ts';
import { byAge, totalReplicas, type Resize, type SizedSet } from './sized-set.ts';

/** How many the new ReplicaSet may have now. */
export function newReplicaCount(goal: RolloutGoal, currentNew: number, currentTotal: number): number {
  if (goal.isRecreate) return goal.replicas;
  const ceiling = goal.replicas + goal.maxSurge;
  if (currentTotal >= ceiling) return currentNew;
  return currentNew + Math.min(ceiling - currentTotal, goal.replicas - currentNew);
}

export function resizeNew(goal: RolloutGoal, newSet: SizedSet, oldSets: readonly SizedSet[]): readonly Resize[] {
  const tooMany = newSet.replicas > goal.replicas;
  const replicas = tooMany
    ? goal.replicas
    : newReplicaCount(goal, newSet.replicas, newSet.replicas + totalReplicas(oldSets));
  return replicas === newSet.replicas ? [] : [{ key: newSet.key, replicas }];
}

export function resizeOld(goal: RolloutGoal, newSet: SizedSet, oldSets: readonly SizedSet[]): readonly Resize[] {
  const oldTotal = totalReplicas(oldSets);
  if (oldTotal === 0) return [];
  // New pods that are not available yet might never be: they do not count as a reason to remove an old one.
  const newUnavailable = newSet.replicas - newSet.availableReplicas;
  const removable = oldTotal + newSet.replicas - goal.minAvailable - newUnavailable;
  if (removable <= 0) return [];
  const cleanup = cleanUpUnhealthy(oldSets, removable);
  const remaining = oldSets.map((set) => ({ ...set, replicas: sizeAfter(set, cleanup) }));
  return [...cleanup, ...scaleDownOld(goal, newSet.availableReplicas, remaining)];
}

function sizeAfter(set: SizedSet, resizes: readonly Resize[]): number {
  return resizes.findLast((resize) => resize.key === set.key)?.replicas ?? set.replicas;
}

/** Pods of old revisions that serve nobody go first: nobody misses them. */
export function cleanUpUnhealthy(oldSets: readonly SizedSet[], limit: number): readonly Resize[] {
  return takeFromOldest(oldSets, limit, (set) => set.replicas - set.availableReplicas);
}

/** Removes healthy old pods while enough stay available. */
export function scaleDownOld(goal: RolloutGoal, newAvailable: number, oldSets: readonly SizedSet[]): readonly Resize[] {
  const available = oldSets.reduce((total, set) => total + set.availableReplicas, newAvailable);
  return takeFromOldest(oldSets, available - goal.minAvailable, (set) => set.replicas);
}

function takeFromOldest(
  sets: readonly SizedSet[],
  limit: number,
  atMost: (set: SizedSet) => number,
): readonly Resize[] {
  const resizes: Resize[] = [];
  let left = limit;
  for (const set of sets.toSorted(byAge)) {
    if (left <= 0) break;
    const count = clamp(atMost(set), 0, left);
    if (count === 0) continue;
    left -= count;
    resizes.push({ key: set.key, replicas: set.replicas - count });
  }
  return resizes;
}
