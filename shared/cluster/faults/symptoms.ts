/** Symptoms: what can be read of a fault in events, conditions, container states and gauges. Checked by machine. */
import type { LossReason } from '../../api/world/network.ts';
import type { Fault } from '../../api/world/fault.ts';
import type { Condition } from '../../api/meta.ts';
import type { ContainerState, Pod } from '../../api/pod.ts';
import type { View } from '../../store/store.ts';

type ConditionedKind = 'Node' | 'Pod' | 'Deployment' | 'Job' | 'HorizontalPodAutoscaler' | 'PodDisruptionBudget';

export type Symptom =
  /** An event of this reason, since it began. */
  | { readonly type: 'event'; readonly reason: string }
  /** A condition that has turned since it began. */
  | {
      readonly type: 'condition';
      readonly kind: ConditionedKind;
      readonly condition: string;
      readonly status: Condition['status'];
      readonly reason?: string;
    }
  /** A container's state, as `kubectl get pods` shows it. */
  | { readonly type: 'container'; readonly reason: string; readonly exitCode?: number }
  /** Visitors who turn away with this reason. */
  | { readonly type: 'loss'; readonly reason: LossReason }
  /** Something that a panel shows. */
  | { readonly type: 'gauge'; readonly name: string; readonly shows: (view: View, fault: Fault) => boolean };

export function showsSymptom(view: View, fault: Fault, symptom: Symptom): boolean {
  switch (symptom.type) {
    case 'event':
      return some(
        view.list('Event'),
        ({ reason, lastTick }) => reason === symptom.reason && lastTick >= fault.beganTick,
      );
    case 'condition':
      return some(view.list(symptom.kind), ({ status }) =>
        (status.conditions as readonly Condition[]).some(
          ({ type, status: value, reason, lastTransitionTick }) =>
            type === symptom.condition &&
            value === symptom.status &&
            lastTransitionTick >= fault.beganTick &&
            (symptom.reason === undefined || reason === symptom.reason),
        ),
      );
    case 'container':
      return some(view.list('Pod'), (pod) => statesOf(pod).some((state) => isIn(state, symptom, fault.beganTick)));
    case 'loss':
      return some(view.list('Traffic'), ({ lostRps }) => (lostRps[symptom.reason] ?? 0) > 0);
    case 'gauge':
      return symptom.shows(view, fault);
  }
}

function some<T>(items: Iterable<T>, is: (item: T) => boolean): boolean {
  for (const item of items) if (is(item)) return true;
  return false;
}

function statesOf({ status }: Pod): readonly ContainerState[] {
  return [...(status.initContainerStatuses ?? []), ...status.containerStatuses].flatMap(({ state, lastState }) =>
    lastState ? [state, lastState] : [state],
  );
}

function isIn(
  state: ContainerState,
  { reason, exitCode }: Extract<Symptom, { type: 'container' }>,
  sinceTick: number,
): boolean {
  if (state.type === 'running' || state.reason !== reason) return false;
  if (state.type === 'waiting') return exitCode === undefined;
  return state.finishedTick >= sinceTick && (exitCode === undefined || state.exitCode === exitCode);
}
