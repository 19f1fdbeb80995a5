/** From when on a pod counts as available: ready for long enough. Source: pkg/api/v1/pod/util.go, IsPodAvailable. */
import { podCondition, type Pod } from '../../../api/pod.ts';

export function availableTick(pod: Pod, minReadySeconds: number): number | null {
  const ready = podCondition(pod, 'Ready');
  return ready?.status === 'True' ? ready.lastTransitionTick + minReadySeconds : null;
}

export function isAvailable(pod: Pod, minReadySeconds: number, tick: number): boolean {
  const from = availableTick(pod, minReadySeconds);
  return from !== null && from <= tick;
}
