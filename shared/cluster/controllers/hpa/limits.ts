/** How far one change may go, with behaviours and without. Source: pkg/controller/podautoscaler/horizontal.go. */
import type { ScaleEvent } from '../../../api/horizontal-pod-autoscaler.ts';
import type { Behavior } from './behavior.ts';

export type Limit = 'DesiredWithinRange' | 'TooFewReplicas' | 'TooManyReplicas' | 'ScaleUpLimit' | 'ScaleDownLimit';

export interface Limited {
  readonly replicas: number;
  readonly limit: Limit;
}

/** Oracle: controllers.hpaScaleUpLimit. */
const SCALE_UP_FACTOR = 2;
const SCALE_UP_MIN = 4;

export interface Range {
  readonly minReplicas: number;
  readonly maxReplicas: number;
  readonly currentReplicas: number;
  readonly desiredReplicas: number;
}

/** Without behaviours: at most twice as many, or four. */
export function limitByRange({ minReplicas, maxReplicas, currentReplicas, desiredReplicas }: Range): Limited {
  const step = Math.max(SCALE_UP_FACTOR * currentReplicas, SCALE_UP_MIN);
  if (desiredReplicas < minReplicas) return { replicas: minReplicas, limit: 'TooFewReplicas' };
  const most = Math.min(maxReplicas, step);
  if (desiredReplicas > most) {
    return { replicas: most, limit: maxReplicas > step ? 'ScaleUpLimit' : 'TooManyReplicas' };
  }
  return { replicas: desiredReplicas, limit: 'DesiredWithinRange' };
}

export interface ScaleEvents {
  readonly up: readonly ScaleEvent[];
  readonly down: readonly ScaleEvent[];
}

/** With behaviours: as far as the policies let it from what it was when their periods began. */
export function limitByBehavior(range: Range, behavior: Behavior, events: ScaleEvents, tick: number): Limited {
  const { minReplicas, maxReplicas, currentReplicas, desiredReplicas } = range;
  if (desiredReplicas > currentReplicas) {
    const step = Math.max(currentReplicas, upLimit(currentReplicas, behavior.scaleUp, events, tick));
    const most = Math.min(maxReplicas, step);
    if (desiredReplicas > most) {
      return { replicas: most, limit: maxReplicas > step ? 'ScaleUpLimit' : 'TooManyReplicas' };
    }
  } else if (desiredReplicas < currentReplicas) {
    const step = Math.min(currentReplicas, downLimit(currentReplicas, behavior.scaleDown, events, tick));
    const fewest = Math.max(minReplicas, step);
    if (desiredReplicas < fewest) {
      return { replicas: fewest, limit: minReplicas < step ? 'ScaleDownLimit' : 'TooFewReplicas' };
    }
  }
  return { replicas: desiredReplicas, limit: 'DesiredWithinRange' };
}

/** What it was when a period began, by what has changed since. */
function startOf(current: number, events: ScaleEvents, periodTicks: number, tick: number): number {
  return current - changeWithin(events.up, periodTicks, tick) + changeWithin(events.down, periodTicks, tick);
}

export function changeWithin(events: readonly ScaleEvent[], periodTicks: number, tick: number): number {
  return events.reduce((sum, event) => (event.tick > tick - periodTicks ? sum + event.replicaChange : sum), 0);
}

function upLimit(current: number, rules: Behavior['scaleUp'], events: ScaleEvents, tick: number): number {
  if (rules.selectPolicy === 'Disabled') return current;
  const proposals = rules.policies.map(({ type, value, periodSeconds }) => {
    const start = startOf(current, events, periodSeconds, tick);
    // A small percentage of few must still be one more, or it would never grow.
    return type === 'Pods' ? start + value : Math.ceil(start * (1 + value / 100));
  });
  return rules.selectPolicy === 'Min' ? Math.min(...proposals) : Math.max(...proposals);
}

function downLimit(current: number, rules: Behavior['scaleDown'], events: ScaleEvents, tick: number): number {
  if (rules.selectPolicy === 'Disabled') return current;
  const proposals = rules.policies.map(({ type, value, periodSeconds }) => {
    const start = startOf(current, events, periodSeconds, tick);
    return type === 'Pods' ? start - value : Math.trunc(start * (1 - value / 100));
  });
  // Of changes the least is the one that leaves the most.
  return rules.selectPolicy === 'Min' ? Math.max(...proposals) : Math.min(...proposals);
}

/** Notes a change; the place of one that no policy looks back to any more is used again. */
export function withScaleEvent(
  events: readonly ScaleEvent[],
  replicaChange: number,
  rules: Pick<Behavior['scaleUp'], 'policies'>,
  tick: number,
): readonly ScaleEvent[] {
  const longest = Math.max(0, ...rules.policies.map(({ periodSeconds }) => periodSeconds));
  const marked = events.map((event) => ({ ...event, outdated: event.outdated || event.tick < tick - longest }));
  const place = marked.findLastIndex(({ outdated }) => outdated);
  const added = { tick, replicaChange, outdated: false };
  return place < 0 ? [...marked, added] : marked.with(place, added);
}
