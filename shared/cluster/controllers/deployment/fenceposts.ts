/** How far a rollout may go above and below the desired count. Source: pkg/controller/deployment/util, ResolveFenceposts. */
import { must } from '../../../base/assert.ts';
import type { DeploymentSpec } from '../../../api/deployment.ts';
import { scaledValue, type IntOrPercent } from '../../../api/int-or-percent.ts';

export interface Fenceposts {
  readonly surge: number;
  readonly unavailable: number;
}

const PERCENT = /^[+-]?\d+%$/;

/**
 * Surge rounds up, unavailable down. Were both zero the rollout could never move: then one may be unavailable. Null
 * where a text is no percentage.
 */
export function resolveFenceposts(
  maxSurge: IntOrPercent,
  maxUnavailable: IntOrPercent,
  desired: number,
): Fenceposts | null {
  if ([maxSurge, maxUnavailable].some((value) => typeof value === 'string' && !PERCENT.test(value))) return null;
  const surge = scaledValue(maxSurge, desired, 'up');
  const unavailable = scaledValue(maxUnavailable, desired, 'down');
  return surge === 0 && unavailable === 0 ? { surge, unavailable: 1 } : { surge, unavailable };
}

/** What a rolling update needs to know of its Deployment. */
export interface RolloutGoal {
  readonly replicas: number;
  /** All old pods go before the first new one comes. */
  readonly isRecreate: boolean;
  readonly maxSurge: number;
  /** Never more than all of them. */
  readonly maxUnavailable: number;
  readonly minAvailable: number;
}

export function rolloutGoal({ replicas, strategy }: Pick<DeploymentSpec, 'replicas' | 'strategy'>): RolloutGoal {
  if (strategy.type === 'Recreate') {
    return { replicas, isRecreate: true, maxSurge: 0, maxUnavailable: 0, minAvailable: 0 };
  }
  const { maxSurge, maxUnavailable: asked } = strategy.rollingUpdate;
  const { surge, unavailable } = must(resolveFenceposts(maxSurge, asked, replicas), 'fenceposts of a valid strategy');
  const maxUnavailable = Math.min(unavailable, replicas);
  return { replicas, isRecreate: false, maxSurge: surge, maxUnavailable, minAvailable: replicas - maxUnavailable };
}
