/** Holding back: what was asked for lately still counts. Source: pkg/controller/podautoscaler/horizontal.go. */
import type { Recommendation } from '../../../api/horizontal-pod-autoscaler.ts';
import { clamp } from '../../../base/integers.ts';
import type { Behavior } from './behavior.ts';

export interface Stabilized {
  readonly replicas: number;
  readonly recommendations: readonly Recommendation[];
}

/** Without behaviours: the most that was asked for within the window, so that no lull closes a house. */
export function stabilizeDownscale(
  recommendations: readonly Recommendation[],
  desired: number,
  windowTicks: number,
  tick: number,
): Stabilized {
  const isOld = (recommendation: Recommendation) => recommendation.tick < tick - windowTicks;
  const lately = recommendations.filter((recommendation) => !isOld(recommendation));
  return {
    replicas: Math.max(desired, ...lately.map(({ replicas }) => replicas)),
    recommendations: noted(recommendations, desired, tick, isOld),
  };
}

/** With behaviours: not above the least asked for in the one window, not below the most in the other. */
export function stabilizeBoth(
  recommendations: readonly Recommendation[],
  currentReplicas: number,
  desired: number,
  { scaleUp, scaleDown }: Behavior,
  tick: number,
): Stabilized {
  const upCutoff = tick - scaleUp.stabilizationWindowSeconds;
  const downCutoff = tick - scaleDown.stabilizationWindowSeconds;
  const after = (cutoff: number) =>
    recommendations.filter((item) => item.tick > cutoff).map(({ replicas }) => replicas);
  const low = Math.min(desired, ...after(upCutoff));
  const high = Math.max(desired, ...after(downCutoff));
  return {
    replicas: clamp(currentReplicas, low, high),
    recommendations: noted(recommendations, desired, tick, (item) => item.tick < upCutoff && item.tick < downCutoff),
  };
}

/** The place of an old one is used again. */
function noted(
  recommendations: readonly Recommendation[],
  replicas: number,
  tick: number,
  isOld: (recommendation: Recommendation) => boolean,
): readonly Recommendation[] {
  const place = recommendations.findLastIndex(isOld);
  const added = { tick, replicas };
  return place < 0 ? [...recommendations, added] : recommendations.with(place, added);
}
