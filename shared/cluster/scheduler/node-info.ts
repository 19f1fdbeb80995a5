/** NodeInfo: a node as the scheduler sees it, with its pods and what they have asked for. Derived from the store alone. */
import { must } from '../../base/assert.ts';
import type { Node } from '../../api/node.ts';
import type { Pod } from '../../api/pod.ts';
import { NO_OTHER, podRequests, type PodRequests } from '../../api/pod-requests.ts';
import type { View } from '../../store/store.ts';

/** The sum of what the node's pods ask for. */
export interface Requested extends PodRequests {
  readonly pods: number;
}

export interface NodeInfo {
  readonly node: Node;
  readonly requested: Requested;
  /** In the order of their keys; those that the cycle has only assumed there come last. */
  readonly pods: () => readonly Pod[];
}

export const NOTHING_REQUESTED: Requested = {
  cpuMilli: 0,
  memoryBytes: 0,
  other: NO_OTHER,
  scoredCpuMilli: 0,
  scoredMemoryBytes: 0,
  pods: 0,
};

function add(sum: Requested, more: PodRequests): Requested {
  return {
    cpuMilli: sum.cpuMilli + more.cpuMilli,
    memoryBytes: sum.memoryBytes + more.memoryBytes,
    other: more.other === NO_OTHER ? sum.other : addOther(sum.other, more.other),
    scoredCpuMilli: sum.scoredCpuMilli + more.scoredCpuMilli,
    scoredMemoryBytes: sum.scoredMemoryBytes + more.scoredMemoryBytes,
    pods: sum.pods + 1,
  };
}

function addOther(sum: PodRequests['other'], more: PodRequests['other']): PodRequests['other'] {
  const added: Record<string, number> = { ...sum };
  for (const resource in more) added[resource] = (added[resource] ?? 0) + (more[resource] ?? 0);
  return added;
}

/**
 * The sum over each key list. The index makes a new list whenever a pod comes, goes or asks for something else, so
 * equal identities mean equal sums: a memo, no state of its own.
 */
const sums = new WeakMap<readonly string[], Requested>();

function requestedBy(view: View, podKeys: readonly string[]): Requested {
  if (podKeys.length === 0) return NOTHING_REQUESTED;
  let requested = sums.get(podKeys);
  if (!requested) {
    requested = NOTHING_REQUESTED;
    for (const key of podKeys) requested = add(requested, podRequests(must(view.get('Pod', key), key).spec));
    sums.set(podKeys, requested);
  }
  return requested;
}

export function nodeInfoOf(view: View, node: Node): NodeInfo {
  const podKeys = view.by('podsHoldingRoom', node.metadata.name);
  return {
    node,
    requested: requestedBy(view, podKeys),
    pods: () => podKeys.map((key) => must(view.get('Pod', key), key)),
  };
}

/** A node with just these pods. */
export function nodeInfoWith(node: Node, pods: readonly Pod[]): NodeInfo {
  let requested = NOTHING_REQUESTED;
  for (const pod of pods) requested = add(requested, podRequests(pod.spec));
  return { node, requested, pods: () => pods };
}

/** As it will be once the pod is bound there: what the real scheduler's cache calls an assumed pod. */
export function withPod(info: NodeInfo, pod: Pod): NodeInfo {
  return {
    node: info.node,
    requested: add(info.requested, podRequests(pod.spec)),
    pods: () => [...info.pods(), pod],
  };
}

/** Every node, in the order of their names. */
export function nodeInfos(view: View): NodeInfo[] {
  return view.keys('Node').map((name) => nodeInfoOf(view, must(view.get('Node', name), name)));
}

/** Where a node stands among all, which are in the order of their names. */
export function rowOf(nodes: readonly NodeInfo[], name: string): number {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (must(nodes[middle], 'a node').node.metadata.name < name) low = middle + 1;
    else high = middle;
  }
  return low;
}
