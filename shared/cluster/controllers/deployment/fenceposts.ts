/** How far a rollout may go above and below the desired count. Source: pkg/controller/deployment/util, ResolveFenceposts. */
import type { DeploymentSpec } from '../../../api/deployment.ts';
import { scaledValue, type IntOrPercent } from '../../../api/int-or-percent.ts';

export interface Fenceposts {
  readonly surge: number;
  readonly unavailable: number;
}

/** Surge rounds up, unavailable down. Were both zero the rollout could never move: then one may be unavailable. */
export function resolveFenceposts(maxSurge: IntOrPercent, maxUnavailable: IntOrPercent, desired: number): Fenceposts {
  const surge = scaledValue(maxSurge, desired, 'up');
  const unavailable = scaledValue(maxUnavailable, desired, 'down');
  return surge === 0 && unavailable === 0 ? { surge, unavailable: 1 } : { surge, unavailable };
}

/** What a rolling update needs to know of its Deployment. */
export interface RolloutGoal {
  readonly replicas: number;
  readonly maxSurge: number;
  /** Never more than all of them. */
  readonly maxUnavailable: number;
  readonly minAvailable: number;
}

export function rolloutGoal({ replicas, strategy }: Pick<DeploymentSpec, 'replicas' | 'strategy'>): RolloutGoal {
  const { maxSurge, maxUnavailable: asked } = strategy.rollingUpdate;
  const { surge, unavailable } = resolveFenceposts(maxSurge, asked, replicas);
  const maxUnavailable = Math.min(unavailable, replicas);
  return { replicas, maxSurge: surge, maxUnavailable, minAvailable: replicas - maxUnavailable };
}
