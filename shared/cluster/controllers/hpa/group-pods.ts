/** Whose measurements count. Source: pkg/controller/podautoscaler/replica_calculator.go, groupPods. */
import type { PodPhase } from '../../../api/pod.ts';

/** Of a pod, what decides that. */
export interface MeasuredPod {
  readonly name: string;
  readonly phase: PodPhase;
  readonly isDeleting: boolean;
  readonly startTick: number | null;
  /** Null where the condition is absent. */
  readonly ready: { readonly isFalse: boolean; readonly sinceTick: number } | null;
}

export interface Metric {
  readonly value: number;
  readonly tick: number;
  /** Over how long it was measured. */
  readonly windowTicks: number;
}

export type Metrics = ReadonlyMap<string, Metric>;

/** Oracle: controllers.hpaCPUInitializationPeriod, hpaInitialReadinessDelay. */
export const START_RULES = { cpuInitializationTicks: 300, initialReadinessTicks: 30 } as const;
export interface StartRules {
  readonly cpuInitializationTicks: number;
  readonly initialReadinessTicks: number;
}

export interface PodGroups {
  readonly readyCount: number;
  readonly unready: readonly string[];
  readonly missing: readonly string[];
  readonly ignored: readonly string[];
}

export function groupPods(
  pods: readonly MeasuredPod[],
  metrics: Metrics,
  isCpu: boolean,
  rules: StartRules,
  tick: number,
): PodGroups {
  const unready: string[] = [];
  const missing: string[] = [];
  const ignored: string[] = [];
  let readyCount = 0;
  for (const pod of pods) {
    const metric = metrics.get(pod.name);
    if (pod.isDeleting || pod.phase === 'Failed') ignored.push(pod.name);
    else if (pod.phase === 'Pending') unready.push(pod.name);
    else if (metric === undefined) missing.push(pod.name);
    else if (isCpu && isStarting(pod, metric, rules, tick)) unready.push(pod.name);
    else readyCount += 1;
  }
  return { readyCount, unready, missing, ignored };
}

/** A program that starts burns more than it will: until it is ready, and measured since, it does not count. */
function isStarting({ startTick, ready }: MeasuredPod, metric: Metric, rules: StartRules, tick: number): boolean {
  if (ready === null || startTick === null) return true;
  if (startTick + rules.cpuInitializationTicks > tick) {
    return ready.isFalse || metric.tick < ready.sinceTick + metric.windowTicks;
  }
  return ready.isFalse && startTick + rules.initialReadinessTicks > ready.sinceTick;
}
