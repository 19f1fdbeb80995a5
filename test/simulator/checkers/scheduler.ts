/** Watches shared/cluster/scheduler/SPEC.md: the queue and the bindings, whoever signs them. */
import { isPodTerminal, isTerminating } from '../../../shared/api/pod.ts';
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
      for (const { node, requested } of nodeInfos(view)) {
        const { cpuMilli, memoryBytes, pods } = node.status.allocatable;
        if (requested.cpuMilli > cpuMilli || requested.memoryBytes > memoryBytes || requested.pods > pods)
          yield `node ${node.metadata.name} holds ${JSON.stringify(requested)} of ${JSON.stringify(node.status.allocatable)}`;
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
