/** One look of an autoscaler: what it reads, what it asks for, what holds it back. Source: horizontal.go, reconcileAutoscaler. */
import type {
  HorizontalPodAutoscaler,
  HorizontalPodAutoscalerStatus,
  MetricReading,
} from '../../../api/horizontal-pod-autoscaler.ts';
import { withCondition } from '../../../api/conditions.ts';
import type { View } from '../../../store/store.ts';
import { behaviorOf, DOWNSCALE_STABILIZATION_TICKS, toleranceOf } from './behavior.ts';
import { limitByBehavior, limitByRange, withScaleEvent, type Limited } from './limits.ts';
import { readMetric, type Unread } from './read-metric.ts';
import { rivalry } from './rivals.ts';
import { scaleOf, type Scale } from './scale-target.ts';
import { stabilizeBoth, stabilizeDownscale } from './stabilize.ts';

/** Oracle: controllers.hpaSyncPeriod. */
export const SYNC_PERIOD_TICKS = 15;

export interface Decision {
  readonly status: HorizontalPodAutoscalerStatus;
  readonly scale: Scale | null;
  /** What the event says when the size changes. */
  readonly reason: string;
  /** What could not be read, or why nothing could be decided. */
  readonly problem: Unread | null;
}

type Status = HorizontalPodAutoscalerStatus;

export function decide(view: View, autoscaler: HorizontalPodAutoscaler): Decision {
  const { spec, metadata } = autoscaler;
  const status: Status = { ...autoscaler.status, nextSyncTick: view.tick + SYNC_PERIOD_TICKS };
  const { kind, name } = spec.scaleTargetRef;
  const scale = scaleOf(view, kind, metadata.namespace, name);
  if (!scale) {
    const problem = { reason: 'FailedGetScale', message: `${kind.toLowerCase()}s.apps "${name}" not found` };
    return { status: told(status, 'AbleToScale', 'False', problem, view.tick), scale, reason: '', problem };
  }
  const seen = { ...status, currentReplicas: scale.replicas, recommendations: recommendationsOf(status, scale, view) };
  const able = told(seen, 'AbleToScale', 'True', GOT_SCALE, view.tick);
  const keep = { ...able, desiredReplicas: scale.replicas };
  if (scale.replicas === 0) {
    const disabled = told(keep, 'ScalingActive', 'False', DISABLED, view.tick);
    return { status: disabled, scale, reason: '', problem: null };
  }
  const outOfRange = sizeOutsideRange(scale.replicas, spec.minReplicas, spec.maxReplicas);
  if (outOfRange) return rescaled(autoscaler, able, scale, outOfRange.replicas, outOfRange.reason, view.tick);
  const rivals = rivalry(view, metadata.namespace, scale);
  if (rivals) {
    return { status: told(keep, 'ScalingActive', 'False', rivals, view.tick), scale, reason: '', problem: rivals };
  }
  return byMetrics(view, autoscaler, able, scale);
}

/** What it finds at its first look counts as asked for. */
function recommendationsOf({ recommendations }: Status, { replicas }: Scale, { tick }: View) {
  return recommendations.length === 0 ? [{ tick, replicas }] : recommendations;
}

const GOT_SCALE = {
  reason: 'SucceededGetScale',
  message: "the HPA controller was able to get the target's current scale",
};
const READY = { reason: 'ReadyForNewScale', message: 'recommended size matches current size' };
const HELD_UP = {
  reason: 'ScaleUpStabilized',
  message: 'recent recommendations were lower than current one, applying the lowest recent recommendation',
};
const HELD_DOWN = {
  reason: 'ScaleDownStabilized',
  message: 'recent recommendations were higher than current one, applying the highest recent recommendation',
};
const DISABLED = {
  reason: 'ScalingDisabled',
  message: 'scaling is disabled since the replica count of the target is zero',
};
const VALID = { reason: 'ValidMetricFound', message: 'the HPA was able to successfully calculate a replica count' };

function sizeOutsideRange(replicas: number, min: number, max: number) {
  if (replicas > max) return { replicas: max, reason: 'Current number of replicas above Spec.MaxReplicas' };
  if (replicas < min) return { replicas: min, reason: 'Current number of replicas below Spec.MinReplicas' };
  return null;
}

function told(
  status: Status,
  type: Status['conditions'][number]['type'],
  is: 'True' | 'False',
  { reason, message }: Unread,
  tick: number,
): Status {
  return { ...status, conditions: withCondition(status.conditions, { type, status: is, reason, message }, tick) };
}

/** The most that any metric asks for. One that cannot be read forbids only to have fewer. */
function byMetrics(view: View, autoscaler: HorizontalPodAutoscaler, before: Status, scale: Scale): Decision {
  const { spec, metadata } = autoscaler;
  const behavior = behaviorOf(spec);
  const currentMetrics: MetricReading[] = [];
  let problem: Unread | null = null;
  let wanted: number | null = null;
  let highest = '';
  for (const metric of spec.metrics) {
    const answer = readMetric(view, metadata.namespace, metric, scale, toleranceOf(behavior));
    if ('reason' in answer) {
      problem ??= answer;
      continue;
    }
    currentMetrics.push(answer.reading);
    if (wanted !== null && answer.replicas <= wanted) continue;
    wanted = answer.replicas;
    highest = answer.reading.name;
  }
  if (wanted === null || (problem !== null && wanted < scale.replicas)) {
    const failed = told(before, 'ScalingActive', 'False', problem ?? VALID, view.tick);
    return { status: { ...failed, currentMetrics, desiredReplicas: scale.replicas }, scale, reason: '', problem };
  }
  const active = told({ ...before, currentMetrics }, 'ScalingActive', 'True', VALID, view.tick);
  const held = behavior
    ? stabilizeBoth(before.recommendations, scale.replicas, wanted, behavior, view.tick)
    : stabilizeDownscale(before.recommendations, wanted, DOWNSCALE_STABILIZATION_TICKS, view.tick);
  const range = { ...spec, currentReplicas: scale.replicas, desiredReplicas: held.replicas };
  const events = { up: before.scaleUpEvents, down: before.scaleDownEvents };
  const limited = behavior ? limitByBehavior(range, behavior, events, view.tick) : limitByRange(range);
  const stabilized = behavior && wanted >= scale.replicas ? HELD_UP : HELD_DOWN;
  const able = told(active, 'AbleToScale', 'True', held.replicas === wanted ? READY : stabilized, view.tick);
  const status = told({ ...able, recommendations: held.recommendations }, ...limitText(limited), view.tick);
  const reason = reasonOf(wanted - scale.replicas, highest);
  return { ...rescaled(autoscaler, status, scale, limited.replicas, reason, view.tick), problem };
}

/** What is only due to what was asked for before has no reason of its own. */
function reasonOf(change: number, highest: string): string {
  if (change === 0) return '';
  return change > 0 ? `${highest} above target` : 'All metrics below target';
}

function limitText({ limit }: Limited): readonly ['ScalingLimited', 'True' | 'False', Unread] {
  const messages = {
    DesiredWithinRange: 'the desired count is within the acceptable range',
    TooFewReplicas: 'the desired replica count is less than the minimum replica count',
    TooManyReplicas: 'the desired replica count is more than the maximum replica count',
    ScaleUpLimit: 'the desired replica count is increasing faster than the maximum scale rate',
    ScaleDownLimit: 'the desired replica count is decreasing faster than the maximum scale rate',
  } as const;
  return [
    'ScalingLimited',
    limit === 'DesiredWithinRange' ? 'False' : 'True',
    { reason: limit, message: messages[limit] },
  ];
}

function rescaled(
  { spec }: HorizontalPodAutoscaler,
  status: Status,
  scale: Scale,
  desiredReplicas: number,
  reason: string,
  tick: number,
): Decision {
  const change = desiredReplicas - scale.replicas;
  if (change === 0) return { status: { ...status, desiredReplicas }, scale, reason: '', problem: null };
  const behavior = behaviorOf(spec);
  const scaleUpEvents =
    behavior && change > 0
      ? withScaleEvent(status.scaleUpEvents, change, behavior.scaleUp, tick)
      : status.scaleUpEvents;
  const scaleDownEvents =
    behavior && change < 0
      ? withScaleEvent(status.scaleDownEvents, -change, behavior.scaleDown, tick)
      : status.scaleDownEvents;
  const message = `the HPA controller was able to update the target scale to ${desiredReplicas}`;
  const able = told(status, 'AbleToScale', 'True', { reason: 'SucceededRescale', message }, tick);
  const after = { ...able, desiredReplicas, lastScaleTick: tick, scaleUpEvents, scaleDownEvents };
  return { status: after, scale, reason, problem: null };
}
