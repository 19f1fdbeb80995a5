/** Taint-based eviction: pods that do not, or no longer, put up with their node's NoExecute taints are asked to leave. */
import { keyOf } from '../../../api/meta.ts';
import type { Node, Taint } from '../../../api/node.ts';
import { isPodActive, type Pod } from '../../../api/pod.ts';
import { isEqual } from '../../../base/equal.ts';
import type { View } from '../../../store/store.ts';
import { BY_TAINT_MANAGER } from '../../api-server/pods.ts';
import { controlLoop, type Deadline } from '../../loop.ts';
import { inControllerManager } from '../../processes.ts';
import { evictionTick } from './toleration-time.ts';

export const taintEvictionLoop = controlLoop({
  name: 'taint-eviction',
  process: inControllerManager,
  component: 'node-lifecycle-controller',
  switchOf: () => 'node-lifecycle',
  keys: (view) => view.keys('Pod'),
  watches: {
    Node: ({ before, after, key }, view) =>
      isEqual(sendingTaints(before), sendingTaints(after)) ? [] : view.by('podsByNode', key),
    Pod: ({ before, after, key }) =>
      after && after.spec.nodeName !== null && after.spec.nodeName !== before?.spec.nodeName ? [key] : [],
  },
  deadlines: {
    Pod: (pod, view) => {
      const node = pod.spec.nodeName === null ? undefined : view.get('Node', pod.spec.nodeName);
      return node ? deadlineOf(pod, node) : [];
    },
    Node: (node, view) => {
      if (sendingTaints(node).length === 0) return [];
      return view.by('podsByNode', node.metadata.name).flatMap((key) => {
        const pod = view.get('Pod', key);
        return pod ? deadlineOf(pod, node) : [];
      });
    },
  },
  plan: (view, key) => (isEvictionDue(view, key) ? [{ verb: 'evict', pod: key, reason: BY_TAINT_MANAGER }] : []),
});

/** A taint of its node sends it away now. */
export function isEvictionDue(view: View, key: string): boolean {
  const pod = view.get('Pod', key);
  if (!pod || !isPodActive(pod) || pod.spec.nodeName === null) return false;
  const tick = evictionTick(pod, sendingTaints(view.get('Node', pod.spec.nodeName)));
  return tick !== null && tick <= view.tick;
}

function sendingTaints(node: Node | undefined): readonly Taint[] {
  return node?.spec.taints.filter((taint) => taint.effect === 'NoExecute') ?? [];
}

function deadlineOf(pod: Pod, node: Node): readonly Deadline[] {
  const taints = sendingTaints(node);
  const tick = taints.length > 0 && isPodActive(pod) ? evictionTick(pod, taints) : null;
  return tick === null ? [] : [{ tick, key: keyOf(pod.metadata) }];
}
