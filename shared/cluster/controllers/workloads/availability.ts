/** From when on a pod counts as available: ready for long enough. Source: pkg/api/v1/pod/util.go, IsPodAvailable. */
import type { KindMap } from '../../../api/kinds.ts';
import { controllerOf, keyOf } from '../../../api/meta.ts';
import { podCondition, type Pod } from '../../../api/pod.ts';
import type { View } from '../../../store/store.ts';
import type { Deadline } from '../../loop.ts';
import { podsOf } from '../replica-set/replica-set-pods.ts';

export function availableTick(pod: Pod, minReadySeconds: number): number | null {
  const ready = podCondition(pod, 'Ready');
  return ready?.status === 'True' ? ready.lastTransitionTick + minReadySeconds : null;
}

export function isAvailable(pod: Pod, minReadySeconds: number, tick: number): boolean {
  const from = availableTick(pod, minReadySeconds);
  return from !== null && from <= tick;
}

type SteadyKind = 'DaemonSet' | 'StatefulSet';

/** When its owner of that kind looks at a pod again, because it has been ready for long enough. */
export function podAvailable(kind: SteadyKind) {
  return (pod: Pod, view: View): readonly Deadline[] => {
    const owner = controllerOf(pod.metadata);
    const set = owner?.kind === kind ? view.get(kind, keyOf({ ...pod.metadata, name: owner.name })) : undefined;
    return set ? deadlineOf(pod, set, view) : [];
  };
}

/** The same for all pods of one owner. */
export function podsAvailable(set: KindMap[SteadyKind], view: View): readonly Deadline[] {
  return set.spec.minReadySeconds === 0
    ? []
    : podsOf(view, set.metadata.uid).flatMap((pod) => deadlineOf(pod, set, view));
}

function deadlineOf(pod: Pod, { metadata, spec }: KindMap[SteadyKind], view: View): readonly Deadline[] {
  const tick = spec.minReadySeconds === 0 ? null : availableTick(pod, spec.minReadySeconds);
  return tick !== null && tick > view.tick ? [{ tick, key: keyOf(metadata) }] : [];
}
