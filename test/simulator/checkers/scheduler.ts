/** Watches shared/cluster/scheduler/SPEC.md: the queue and the bindings, whoever signs them. */
import { podRequests } from '../../../shared/api/pod-requests.ts';
import { isMirrorPod, isPodTerminal, isTerminating } from '../../../shared/api/pod.ts';
import { keyOf } from '../../../shared/api/meta.ts';
import { nodeInfos } from '../../../shared/cluster/scheduler/node-info.ts';
import { TAINT } from '../../../shared/api/node.ts';
import { isByHand } from '../../../shared/cluster/switches.ts';
import type { View } from '../../../shared/store/store.ts';
import { invariant, unless } from './invariant.ts';
import { lastingInOrder } from './lasting.ts';

function isForgotten(view: View, key: string): boolean {
  const pod = view.get('Pod', key);
  return pod !== undefined && !isPodTerminal(pod) && !isTerminating(pod) && !view.get('QueuedPod', key);
}

const halfClosed = (view: View): readonly string[] =>
  [...view.list('Node')]
    .filter(({ spec }) => spec.unschedulable !== spec.taints.some(({ key }) => key === TAINT.unschedulable))
    .map(({ metadata }) => metadata.name);

function isWaiting(view: View, key: string): boolean {
  const pod = view.get('Pod', key);
  return pod !== undefined && pod.spec.nodeName === null && !isPodTerminal(pod) && !isTerminating(pod);
}

export const scheduler = [
  invariant('SCHED-42', {
    write: {
      Pod: (before, after) => {
        if (!before || !after || before.metadata.uid !== after.metadata.uid) return null;
        const { nodeName } = before.spec;
        return unless(
          nodeName === null || nodeName === after.spec.nodeName,
          () => `pod ${after.metadata.name} moved from ${nodeName} to ${after.spec.nodeName}`,
        );
      },
    },
  }),
  invariant('SCHED-1', {
    *whole(view) {
      const forgotten = view.by('podsByNode', '').filter((key) => isForgotten(view, key));
      for (const key of lastingInOrder(view, 'SCHED-1', forgotten)) yield `${key} waits outside the queue`;
      const misplaced = view.keys('QueuedPod').filter((key) => !isWaiting(view, key));
      for (const key of lastingInOrder(view, 'SCHED-1, queued', misplaced))
        yield `${key} is in the queue, and should not be`;
    },
  }),
  invariant('SCHED-3', {
    object: {
      QueuedPod: ({ key, state, message, attempts, errors }) =>
        unless(
          state !== 'unschedulable' || (message !== '' && attempts + errors > 0),
          () => `${key} was set aside without a word`,
        ),
    },
  }),
  invariant('SCHED-4', {
    object: {
      QueuedPod: ({ key, state, untilTick, sinceTick }) =>
        unless(
          state !== 'backoff' || (untilTick !== null && untilTick > sinceTick && untilTick - sinceTick <= 10),
          () => `${key} backs off from ${sinceTick} to ${untilTick}`,
        ),
    },
  }),
  invariant('SCHED-45', {
    *whole(view) {
      for (const info of nodeInfos(view)) {
        const { allocatable } = info.node.status;
        // A kubelet runs what lies in its drawer, whoever was bound there before the scheduler heard of it.
        const bound = info.pods().filter((pod) => !isMirrorPod(pod));
        const requests = bound.map(({ spec }) => podRequests(spec));
        const cpuMilli = requests.reduce((sum, one) => sum + one.cpuMilli, 0);
        const memoryBytes = requests.reduce((sum, one) => sum + one.memoryBytes, 0);
        if (cpuMilli > allocatable.cpuMilli || memoryBytes > allocatable.memoryBytes || bound.length > allocatable.pods)
          yield `node ${info.node.metadata.name} holds ${cpuMilli}m, ${memoryBytes} B, ${bound.length} pods of ${JSON.stringify(allocatable)}`;
      }
    },
  }),
  // By hand the taint of a node that is being drained waits for somebody (NODE-4).
  invariant('SCHED-46', {
    whole: (view) =>
      lastingInOrder(view, 'SCHED-46', isByHand(view, 'node-lifecycle') ? [] : halfClosed(view)).map(
        (name) => `node ${name}: cordon and its taint differ`,
      ),
  }),
  invariant('SCHED-52', {
    object: {
      Pod: ({ metadata, spec, status }) =>
        unless(
          spec.nodeName === null || status.nominatedNodeName === undefined,
          () => `pod ${keyOf(metadata)} is bound, and still nominated for ${status.nominatedNodeName}`,
        ),
    },
  }),
  invariant('SCHED-54', {
    object: {
      Pod: ({ metadata, spec }) =>
        unless(Number.isSafeInteger(spec.priority ?? 0), () => `pod ${keyOf(metadata)} has priority ${spec.priority}`),
    },
  }),
];
