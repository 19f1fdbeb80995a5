/** What measurements ask for. */
import type { PodPhase } from '../../../../shared/api/pod.ts';
import { parseMilli } from '../../../../shared/api/quantity.ts';
import type { MeasuredPod, Metric } from '../../../../shared/cluster/controllers/hpa/group-pods.ts';
import {
  byAverage,
  byShare,
  byTotal,
  byUtilization,
  type Calculation,
  type Measured,
} from '../../../../shared/cluster/controllers/hpa/replica-calculator.ts';
import { NOW, rulesOf, type Start } from './clock.ts';

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

export function calculated(input: Calculator) {
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
