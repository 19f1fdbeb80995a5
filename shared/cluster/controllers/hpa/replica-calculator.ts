/** How many replicas the measurements ask for. Source: pkg/controller/podautoscaler/replica_calculator.go. */
import { MAX_INT32 } from '../../../api/int32.ts';
import type { Tolerance } from './behavior.ts';
import { groupPods, type MeasuredPod, type Metrics, type PodGroups, type StartRules } from './group-pods.ts';

/** Ratios are floats, as in the real calculator; what is kept of them is whole. */
export interface Calculation {
  readonly replicas: number;
  /** Percent, of resources measured against requests; null for the rest. */
  readonly utilizationPercent: number | null;
  /** Thousandths, average or total as the metric goes. */
  readonly usageMilli: number;
}

export interface Measured {
  readonly currentReplicas: number;
  readonly tolerance: Tolerance;
  readonly pods: readonly MeasuredPod[];
  readonly metrics: Metrics;
  readonly rules: StartRules;
  readonly tick: number;
}

interface Usage {
  readonly ratio: number;
  readonly utilizationPercent: number | null;
  readonly usageMilli: number;
}

/** Up to the next whole pod, and no more than the API can say. */
const wholePods = (count: number): number => Math.min(Math.ceil(count), MAX_INT32);

export function isWithin({ upMilli, downMilli }: Tolerance, ratio: number): boolean {
  return 1 - downMilli / 1000 <= ratio && ratio <= 1 + upMilli / 1000;
}

/** Share of what is asked for. `requests` by pod; null where some container does not say. Null: nothing can be told. */
export function byUtilization(
  measured: Measured,
  requests: ReadonlyMap<string, number> | null,
  targetPercent: number,
  isCpu: boolean,
): Calculation | null {
  if (requests === null) return null;
  const usage = (values: ReadonlyMap<string, number>): Usage | null => {
    let total = 0;
    let requested = 0;
    let count = 0;
    for (const [name, value] of values) {
      const request = requests.get(name);
      if (request === undefined) continue;
      total += value;
      requested += request;
      count += 1;
    }
    if (requested === 0) return null;
    const utilizationPercent = Math.trunc((total * 100) / requested);
    return { ratio: utilizationPercent / targetPercent, utilizationPercent, usageMilli: Math.trunc(total / count) };
  };
  // A pod of which nothing is known is taken to use all that it asked for, or the target where that is more.
  const presumed = (name: string) => Math.trunc(((requests.get(name) ?? 0) * Math.max(100, targetPercent)) / 100);
  return calculate(measured, usage, presumed, isCpu);
}

/** Average per pod against a target per pod. */
export function byAverage(measured: Measured, targetMilli: number, isCpu: boolean): Calculation | null {
  const usage = (values: ReadonlyMap<string, number>): Usage | null => {
    if (values.size === 0) return null;
    const usageMilli = Math.trunc([...values.values()].reduce((sum, value) => sum + value, 0) / values.size);
    return { ratio: usageMilli / targetMilli, utilizationPercent: null, usageMilli };
  };
  return calculate(measured, usage, () => targetMilli, isCpu);
}

function calculate(
  { currentReplicas, tolerance, pods, metrics, rules, tick }: Measured,
  usageOf: (values: ReadonlyMap<string, number>) => Usage | null,
  presumed: (name: string) => number,
  isCpu: boolean,
): Calculation | null {
  if (pods.length === 0) return null;
  const groups = groupPods(pods, metrics, isCpu, rules, tick);
  const values = countedValues(metrics, groups);
  const usage = values.size === 0 ? null : usageOf(values);
  if (!usage) return null;
  const { ratio, utilizationPercent, usageMilli } = usage;
  const answer = (replicas: number): Calculation => ({ replicas, utilizationPercent, usageMilli });
  const isUpWithUnready = groups.unready.length > 0 && ratio > 1;
  if (!isUpWithUnready && groups.missing.length === 0) {
    return answer(isWithin(tolerance, ratio) ? currentReplicas : wholePods(ratio * groups.readyCount));
  }
  // Whatever is not known speaks against the change.
  for (const name of groups.missing) {
    if (ratio < 1) values.set(name, presumed(name));
    else if (ratio > 1) values.set(name, 0);
  }
  if (isUpWithUnready) for (const name of groups.unready) values.set(name, 0);
  const cautious = usageOf(values)?.ratio ?? ratio;
  const turned = (ratio < 1 && cautious > 1) || (ratio > 1 && cautious < 1);
  if (turned || isWithin(tolerance, cautious)) return answer(currentReplicas);
  const replicas = wholePods(cautious * values.size);
  const isAgainst = (cautious < 1 && replicas > currentReplicas) || (cautious > 1 && replicas < currentReplicas);
  return answer(isAgainst ? currentReplicas : replicas);
}

function countedValues(metrics: Metrics, { ignored, unready }: PodGroups): Map<string, number> {
  const left = new Set([...ignored, ...unready]);
  return new Map([...metrics].filter(([name]) => !left.has(name)).map(([name, { value }]) => [name, value]));
}

/** One number for all of them, against a target for all of them. `readyPods` run and are ready; none of them: null. */
export function byTotal(
  currentReplicas: number,
  usageMilli: number,
  targetMilli: number,
  readyPods: number | null,
  tolerance: Tolerance,
): Calculation | null {
  const ratio = usageMilli / targetMilli;
  const answer = (replicas: number) => ({ replicas, utilizationPercent: null, usageMilli });
  if (currentReplicas === 0) return answer(wholePods(ratio));
  if (isWithin(tolerance, ratio)) return answer(currentReplicas);
  return readyPods === null ? null : answer(wholePods(ratio * readyPods));
}

/** One number for all of them, against a target for each. Where there are none yet, as many as it takes. */
export function byShare(
  currentReplicas: number,
  totalMilli: number,
  targetMilli: number,
  tolerance: Tolerance,
): Calculation {
  const isKept = isWithin(tolerance, totalMilli / (targetMilli * currentReplicas));
  const replicas = isKept ? currentReplicas : wholePods(totalMilli / targetMilli);
  const usageMilli = currentReplicas === 0 ? 0 : Math.ceil(totalMilli / currentReplicas);
  return { replicas, utilizationPercent: null, usageMilli };
}
