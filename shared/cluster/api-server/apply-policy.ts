/** Applies what steers others: autoscalers and disruption budgets. */
import type { HorizontalPodAutoscaler, HorizontalPodAutoscalerStatus } from '../../api/horizontal-pod-autoscaler.ts';
import type { PodDisruptionBudget } from '../../api/pod-disruption-budget.ts';
import type { Status } from '../../api/status.ts';
import type { World } from '../world.ts';
import type { AppliedManifest } from './apply-manifest.ts';
import { invalid, invalidValue } from './invalid.ts';
import { appliedMeta } from './manifest-meta.ts';
import { updateObject } from './objects.ts';

const NEVER_LOOKED: Omit<HorizontalPodAutoscalerStatus, 'nextSyncTick'> = {
  currentReplicas: 0,
  desiredReplicas: 0,
  lastScaleTick: null,
  currentMetrics: [],
  conditions: [],
  recommendations: [],
  scaleUpEvents: [],
  scaleDownEvents: [],
};

export function applyAutoscaler(
  world: World,
  { apiVersion, kind, metadata, spec }: AppliedManifest<'HorizontalPodAutoscaler'>,
  before?: HorizontalPodAutoscaler,
): Status | null {
  if (spec.maxReplicas < spec.minReplicas) {
    const why = 'must be greater than or equal to `minReplicas`';
    const errors = [invalidValue('invalidMaxReplicas', 'spec.maxReplicas', spec.maxReplicas, why)];
    return invalid(kind, metadata.name, errors);
  }
  const meta = appliedMeta(world, kind, metadata, before?.metadata);
  const status = before?.status ?? { ...NEVER_LOOKED, nextSyncTick: world.tick + 1 };
  updateObject(world, { apiVersion, kind, metadata: meta, spec, status });
  return null;
}

export function applyBudget(
  world: World,
  { apiVersion, kind, metadata, spec }: AppliedManifest<'PodDisruptionBudget'>,
  before?: PodDisruptionBudget,
): Status | null {
  if (spec.minAvailable !== undefined && spec.maxUnavailable !== undefined) {
    const why = 'minAvailable and maxUnavailable cannot be both set';
    return invalid(kind, metadata.name, [invalidValue('invalidBudget', 'spec', spec.minAvailable, why)]);
  }
  const meta = appliedMeta(world, kind, metadata, before?.metadata);
  const unseen = {
    observedGeneration: 0,
    disruptionsAllowed: 0,
    currentHealthy: 0,
    desiredHealthy: 0,
    expectedPods: 0,
    conditions: [],
  };
  updateObject(world, { apiVersion, kind, metadata: meta, spec, status: before?.status ?? unseen });
  return null;
}
