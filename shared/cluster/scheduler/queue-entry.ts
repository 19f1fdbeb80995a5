/** How a pod stands in the scheduling queue, and the moves it can make there. Pure. */
import { isPodTerminal, isTerminating, type Pod } from '../../api/pod.ts';
import type { QueuedPod } from '../../api/world/seat.ts';
import { backoffEndOf, leftoverFlushTick } from './backoff.ts';

/** Waits for a node: neither bound, nor on its way out, nor over. */
export function awaitsNode(pod: Pod | undefined): pod is Pod {
  return pod !== undefined && pod.spec.nodeName === null && !isTerminating(pod) && !isPodTerminal(pod);
}

export function newEntry({ key, uid }: Pick<QueuedPod, 'key' | 'uid'>, tick: number): QueuedPod {
  return {
    kind: 'QueuedPod',
    key,
    uid,
    state: 'active',
    attempts: 0,
    errors: 0,
    sinceTick: tick,
    untilTick: null,
    message: '',
  };
}

/** After a failed attempt: set aside until something that may help happens, or the flush of leftovers comes by. */
export function afterFailure(entry: QueuedPod, tick: number, message: string): QueuedPod {
  return setAside({ ...entry, attempts: entry.attempts + 1, sinceTick: tick, errors: 0, message });
}

export function setAside(entry: QueuedPod): QueuedPod {
  return { ...entry, state: 'unschedulable', untilTick: leftoverFlushTick(entry.sinceTick) };
}

/** After the scheduler's own failure: nothing in the cluster need change before the next try, only time must pass. */
export function afterError(entry: QueuedPod, tick: number, message: string): QueuedPod {
  return requeued({ ...entry, errors: entry.errors + 1, sinceTick: tick, message }, tick);
}

/** Back for another attempt: at once, or when the back-off counted from its last failure is over. */
export function requeued(entry: QueuedPod, tick: number): QueuedPod {
  const backoffEnd = backoffEndOf(entry);
  return backoffEnd !== null && backoffEnd > tick
    ? { ...entry, state: 'backoff', untilTick: backoffEnd }
    : { ...entry, state: 'active', untilTick: null };
}
