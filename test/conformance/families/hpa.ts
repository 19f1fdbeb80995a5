// The autoscaler's arithmetic: what measurements ask for, what holds it back, and how far one change may go.
import type { Recommendation, ScaleEvent, ScalingRules } from '../../../shared/api/horizontal-pod-autoscaler.ts';
import type { PodPhase } from '../../../shared/api/pod.ts';
import { parseMilli } from '../../../shared/api/quantity.ts';
import { behaviorOf, type Behavior } from '../../../shared/cluster/controllers/hpa/behavior.ts';
import { groupPods, type MeasuredPod, type Metric } from '../../../shared/cluster/controllers/hpa/group-pods.ts';
import {
  changeWithin,
  limitByBehavior,
  limitByRange,
  withScaleEvent,
  type Limited,
  type Range,
} from '../../../shared/cluster/controllers/hpa/limits.ts';
import {
  byAverage,
  byShare,
  byTotal,
  byUtilization,
  type Calculation,
  type Measured,
} from '../../../shared/cluster/controllers/hpa/replica-calculator.ts';
import { stabilizeBoth, stabilizeDownscale } from '../../../shared/cluster/controllers/hpa/stabilize.ts';

const NOW = 1_000_000;
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

interface Start {
  readonly cpuInitializationPeriodSeconds: number;
  readonly delayOfInitialReadinessStatusSeconds: number;
}
const rulesOf = (input: Start) => ({
  cpuInitializationTicks: input.cpuInitializationPeriodSeconds,
  initialReadinessTicks: input.delayOfInitialReadinessStatusSeconds,
});

interface WrittenPod {
  readonly name: string;
  readonly phase: PodPhase;
  readonly deleting: boolean;
  readonly startAgeSeconds?: number | null;
  readonly conditions?: readonly {
    readonly type: string;
    readonly status: string;
    readonly lastTransitionAgeSeconds: number;
  }[];
}

function measuredPod({ name, phase, deleting, startAgeSeconds = null, conditions = [] }: WrittenPod): MeasuredPod {
  const ready = conditions.find(({ type }) => type === 'Ready');
  return {
    name,
    phase,
    isDeleting: deleting,
    startTick: startAgeSeconds === null ? null : NOW - startAgeSeconds,
    ready: ready ? { isFalse: ready.status === 'False', sinceTick: NOW - ready.lastTransitionAgeSeconds } : null,
  };
}

interface WrittenMetric {
  readonly pod: string;
  readonly value: number;
  readonly timestampAgeSeconds: number;
  readonly timestampZero: boolean;
  readonly windowSeconds: number;
}

function groups(
  input: Start & {
    readonly pods?: readonly WrittenPod[] | null;
    readonly metrics?: readonly WrittenMetric[] | null;
    readonly resource: string;
  },
) {
  const metrics = new Map(
    (input.metrics ?? []).map(({ pod, value, timestampAgeSeconds, timestampZero, windowSeconds }) => {
      const tick = timestampZero ? Number.NEGATIVE_INFINITY : NOW - timestampAgeSeconds;
      return [pod, { value, tick, windowTicks: windowSeconds }] as const;
    }),
  );
  const pods = (input.pods ?? []).map(measuredPod);
  const { readyCount, ...names } = groupPods(pods, metrics, input.resource === 'cpu', rulesOf(input), NOW);
  const sorted = Object.fromEntries(Object.entries(names).map(([group, list]) => [group, list.toSorted()]));
  return { ...sorted, readyPodCount: readyCount };
}

interface Calculator extends Start {
  readonly container: string;
  readonly containersPerPod: number;
  readonly currentReplicas: number;
  readonly metricType: string;
  readonly resource?: {
    readonly name: string;
    readonly podNamesReported?: readonly string[];
    readonly requestPerContainer?: readonly string[];
    readonly targetUtilizationPercent?: number;
    readonly targetAverageValueMilli?: number;
    readonly targetRawValueMilli?: number;
    readonly usageMilliPerPodPerContainer: readonly (readonly number[])[];
  };
  readonly metric?: {
    readonly levelsMilli: readonly number[];
    readonly targetUsageMilli: number;
    readonly perPodTargetUsageMilli: number;
  };
  readonly podPhase?: readonly PodPhase[];
  readonly podReadiness?: readonly string[];
  readonly podStartAgeSeconds?: readonly (number | null)[];
  readonly podDeleting?: readonly boolean[];
  readonly tolerances: { readonly scaleUp: number; readonly scaleDown: number };
}

/** Long enough ago that no starting rule looks back to it. */
const LONG_AGO_SECONDS = 10_000;
const nameOf = (index: number): string => `pod-${index}`;

function podsOf(input: Calculator): readonly MeasuredPod[] {
  const count = Math.max(input.currentReplicas, input.podPhase?.length ?? 0);
  return Array.from({ length: count }, (_, index) => {
    const age = input.podStartAgeSeconds?.[index] ?? LONG_AGO_SECONDS;
    return {
      name: nameOf(index),
      phase: input.podPhase?.[index] ?? 'Running',
      isDeleting: input.podDeleting?.[index] ?? false,
      startTick: NOW - age,
      ready: { isFalse: input.podReadiness?.[index] === 'False', sinceTick: NOW - age },
    };
  });
}

const METRIC_WINDOW_SECONDS = 60;
const measuredNow = (value: number): Metric => ({ value, tick: NOW, windowTicks: METRIC_WINDOW_SECONDS });
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function metricsOf({ resource, metric, container }: Calculator): Map<string, Metric> {
  const name = (index: number) => resource?.podNamesReported?.[index] ?? nameOf(index);
  const values = resource
    ? resource.usageMilliPerPodPerContainer.map((usage) =>
        sum(container === '' ? usage : [ofContainer(usage, container)]),
      )
    : (metric?.levelsMilli ?? []);
  return new Map(values.map((value, index) => [name(index), measuredNow(value)]));
}

/** `container2` is the second. */
const ofContainer = (usage: readonly number[], container: string): number =>
  usage[Number(/\d+$/.exec(container)?.[0] ?? 1) - 1] ?? 0;

function requestsOf(input: Calculator): ReadonlyMap<string, number> | null {
  const requests = input.resource?.requestPerContainer;
  if (!requests) return null;
  const containers = input.container === '' ? input.containersPerPod : 1;
  return new Map(requests.map((request, index) => [nameOf(index), containers * parseMilli(request)]));
}

function calculation(input: Calculator): Calculation | null {
  const tolerance = {
    upMilli: Math.round(input.tolerances.scaleUp * 1000),
    downMilli: Math.round(input.tolerances.scaleDown * 1000),
  };
  const pods = podsOf(input);
  const { currentReplicas, resource, metric } = input;
  const metrics = metricsOf(input);
  const measured: Measured = { currentReplicas, tolerance, pods, metrics, rules: rulesOf(input), tick: NOW };
  if (resource) {
    const isCpu = resource.name === 'cpu';
    if (resource.targetUtilizationPercent) {
      return byUtilization(measured, requestsOf(input), resource.targetUtilizationPercent, isCpu);
    }
    return byAverage(measured, resource.targetAverageValueMilli ?? resource.targetRawValueMilli ?? 0, isCpu);
  }
  const { levelsMilli = [], targetUsageMilli = 0, perPodTargetUsageMilli = 0 } = metric ?? {};
  if (input.metricType === 'pods') return byAverage(measured, targetUsageMilli, false);
  if (input.metricType.endsWith('PerPod')) {
    return byShare(currentReplicas, sum(levelsMilli), perPodTargetUsageMilli, tolerance);
  }
  const ready = pods.filter(({ phase, ready: isReady }) => phase === 'Running' && isReady?.isFalse === false).length;
  return byTotal(currentReplicas, sum(levelsMilli), targetUsageMilli, ready, tolerance);
}

function calculated(input: Calculator) {
  const answer = calculation(input);
  if (!answer) return { error: true };
  const { replicas: wanted, utilizationPercent, usageMilli } = answer;
  if (!input.resource) return { replicas: wanted, usageMilli };
  return {
    rawAverageValue: usageMilli,
    replicas: wanted,
    ...(utilizationPercent === null ? {} : { utilizationPercent }),
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
  groupPods: groups,
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
