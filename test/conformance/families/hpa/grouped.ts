/** Which pods count as ready, missing or ignored. */
import type { PodPhase } from '../../../../shared/api/pod.ts';
import { groupPods, type MeasuredPod } from '../../../../shared/cluster/controllers/hpa/group-pods.ts';
import { NOW, rulesOf, type Start } from './clock.ts';

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

export function grouped(
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
