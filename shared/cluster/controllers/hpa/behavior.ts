/** Behaviours of an autoscaler with what it leaves out filled in. Source: pkg/apis/autoscaling/v2/defaults.go. */
import type { HorizontalPodAutoscalerSpec, ScalingRules } from '../../../api/horizontal-pod-autoscaler.ts';
import { parseMilli } from '../../../api/quantity.ts';

export interface Rules {
  readonly stabilizationWindowSeconds: number;
  readonly selectPolicy: NonNullable<ScalingRules['selectPolicy']>;
  readonly policies: NonNullable<ScalingRules['policies']>;
  /** Thousandths. */
  readonly toleranceMilli: number;
}

export interface Behavior {
  readonly scaleUp: Rules;
  readonly scaleDown: Rules;
}

/** Oracle: controllers.hpaTolerance. */
export const TOLERANCE_MILLI = 100;
/** Oracle: controllers.hpaDownscaleStabilization. */
export const DOWNSCALE_STABILIZATION_TICKS = 300;

/** Oracle: controllers.hpaBehaviorScaleUpDefault, hpaBehaviorScaleDownDefault. */
export const DEFAULT_BEHAVIOR: Behavior = {
  scaleUp: {
    stabilizationWindowSeconds: 0,
    selectPolicy: 'Max',
    policies: [
      { type: 'Pods', value: 4, periodSeconds: 15 },
      { type: 'Percent', value: 100, periodSeconds: 15 },
    ],
    toleranceMilli: TOLERANCE_MILLI,
  },
  scaleDown: {
    stabilizationWindowSeconds: DOWNSCALE_STABILIZATION_TICKS,
    selectPolicy: 'Max',
    policies: [{ type: 'Percent', value: 100, periodSeconds: 15 }],
    toleranceMilli: TOLERANCE_MILLI,
  },
};

/** Null where the spec has none: then the plain limits hold. */
export function behaviorOf({ behavior }: Pick<HorizontalPodAutoscalerSpec, 'behavior'>): Behavior | null {
  if (!behavior) return null;
  return {
    scaleUp: filled(behavior.scaleUp, DEFAULT_BEHAVIOR.scaleUp),
    scaleDown: filled(behavior.scaleDown, DEFAULT_BEHAVIOR.scaleDown),
  };
}

function filled(written: ScalingRules | undefined, defaults: Rules): Rules {
  return {
    stabilizationWindowSeconds: written?.stabilizationWindowSeconds ?? defaults.stabilizationWindowSeconds,
    selectPolicy: written?.selectPolicy ?? defaults.selectPolicy,
    policies: written?.policies ?? defaults.policies,
    toleranceMilli: written?.tolerance === undefined ? defaults.toleranceMilli : parseMilli(written.tolerance),
  };
}

export interface Tolerance {
  readonly upMilli: number;
  readonly downMilli: number;
}

export function toleranceOf(behavior: Behavior | null): Tolerance {
  const { scaleUp, scaleDown } = behavior ?? DEFAULT_BEHAVIOR;
  return { upMilli: scaleUp.toleranceMilli, downMilli: scaleDown.toleranceMilli };
}
