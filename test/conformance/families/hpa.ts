// The autoscaler's arithmetic: what measurements ask for, what holds it back, and how far one change may go.
import type { Recommendation, ScaleEvent, ScalingRules } from '../../../shared/api/horizontal-pod-autoscaler.ts';
import { behaviorOf, type Behavior } from '../../../shared/cluster/controllers/hpa/behavior.ts';
import {
  changeWithin,
  limitByBehavior,
  limitByRange,
  withScaleEvent,
  type Limited,
  type Range,
} from '../../../shared/cluster/controllers/hpa/limits.ts';
import { stabilizeBoth, stabilizeDownscale } from '../../../shared/cluster/controllers/hpa/stabilize.ts';
import { calculated } from './hpa/calculated.ts';
import { NOW } from './hpa/clock.ts';
import { grouped } from './hpa/grouped.ts';

/** The tables place what they tell of a moment before the clock is read: what is exactly as old as a window is out of it. */
const MOMENT = 0.001;

interface WrittenRecommendation {
  readonly ageSeconds: number;
  readonly recommendation: number;
}
const recommendationsOf = (list: readonly WrittenRecommendation[] | null): Recommendation[] =>
  (list ?? []).map(({ ageSeconds, recommendation }) => ({
    tick: NOW - ageSeconds - MOMENT,
    replicas: recommendation,
  }));

interface WrittenEvent {
  readonly ageSeconds: number;
  readonly replicaChange: number;
  readonly outdated: boolean;
}
const eventsOf = (list: readonly WrittenEvent[] | null): ScaleEvent[] =>
  (list ?? []).map(({ ageSeconds, ...event }) => ({ ...event, tick: NOW - ageSeconds - MOMENT }));

function behavior(scaleUp?: ScalingRules, scaleDown?: ScalingRules): Behavior {
  return behaviorOf({
    behavior: { ...(scaleUp ? { scaleUp } : {}), ...(scaleDown ? { scaleDown } : {}) },
  }) as Behavior;
}

const limited = ({ replicas, limit }: Limited) => ({ condition: limit, replicas });

interface BehaviorRate extends Range {
  readonly scaleUpBehavior?: ScalingRules;
  readonly scaleDownBehavior?: ScalingRules;
  readonly scaleUpEvents: readonly WrittenEvent[] | null;
  readonly scaleDownEvents: readonly WrittenEvent[] | null;
}

/** Ages in the answers of the tables are not told: each is written as 0. */
const timeless = ({ tick: _tick, ...event }: ScaleEvent) => ({ ageSeconds: 0, ...event });

function storeScaleEvent(input: {
  readonly periodSeconds: number;
  readonly prevScaleEvents: readonly WrittenEvent[] | null;
  readonly replicaChange: number;
  readonly scalingRules?: ScalingRules;
}) {
  const before = eventsOf(input.prevScaleEvents);
  const after = input.scalingRules
    ? withScaleEvent(before, input.replicaChange, behavior(input.scalingRules).scaleUp, NOW)
    : before;
  return {
    newScaleEvents: after.map(timeless),
    replicasChangeBefore: changeWithin(before, input.periodSeconds, NOW),
  };
}

export const adapters = {
  convertDesiredReplicasWithRules: (input: Range) => limited(limitByRange(input)),
  stabilizeRecommendation: (input: {
    readonly desiredReplicas: number;
    readonly downscaleStabilizationWindowSeconds: number;
    readonly recommendations: readonly WrittenRecommendation[] | null;
  }) => {
    const before = recommendationsOf(input.recommendations);
    const after = stabilizeDownscale(before, input.desiredReplicas, input.downscaleStabilizationWindowSeconds, NOW);
    return { logLength: after.recommendations.length, replicas: after.replicas };
  },
  convertDesiredReplicasWithBehaviorRate: (input: BehaviorRate) => {
    const events = { up: eventsOf(input.scaleUpEvents), down: eventsOf(input.scaleDownEvents) };
    return limited(limitByBehavior(input, behavior(input.scaleUpBehavior, input.scaleDownBehavior), events, NOW));
  },
  storeScaleEvent,
  stabilizeRecommendationWithBehaviors: (input: {
    readonly currentReplicas: number;
    readonly desiredReplicas: number;
    readonly recommendations: readonly WrittenRecommendation[] | null;
    readonly scaleUpStabilizationWindowSeconds: number;
    readonly scaleDownStabilizationWindowSeconds: number;
  }) => {
    const after = stabilizeBoth(
      recommendationsOf(input.recommendations),
      input.currentReplicas,
      input.desiredReplicas,
      behavior(
        { stabilizationWindowSeconds: input.scaleUpStabilizationWindowSeconds },
        { stabilizationWindowSeconds: input.scaleDownStabilizationWindowSeconds },
      ),
      NOW,
    );
    const storedRecommendations = after.recommendations.map((item) => ({
      ageSeconds: 0,
      recommendation: item.replicas,
    }));
    return { replicas: after.replicas, storedRecommendations };
  },
  replicaCalculator: calculated,
  groupPods: grouped,
};

interface Stabilization {
  readonly replicas: number;
  readonly storedRecommendations: readonly unknown[];
}

/** A table that names no stored recommendations does not look at them; one is always stored. */
export const comparers = {
  stabilizeRecommendationWithBehaviors: (expected: Stabilization, got: Stabilization) =>
    expected.replicas === got.replicas &&
    (expected.storedRecommendations.length === 0 ||
      JSON.stringify(expected.storedRecommendations) === JSON.stringify(got.storedRecommendations)),
};
