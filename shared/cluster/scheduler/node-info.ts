/** NodeInfo: a node as the scheduler sees it, with its pods and what they have asked for. Derived from the store alone. */
import { must } from '../../base/assert.ts';
import type { Node } from '../../api/node.ts';
import { isPodTerminal, type Pod } from '../../api/pod.ts';
import { NO_OTHER, podRequests, type PodRequests } from '../../api/pod-requests.ts';
import { runningSums } from '../../store/running-sums.ts';
import { Store, type View } from '../../store/store.ts';

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

function subtract(sum: Requested, less: PodRequests): Requested {
  return {
    cpuMilli: sum.cpuMilli - less.cpuMilli,
    memoryBytes: sum.memoryBytes - less.memoryBytes,
    other: less.other === NO_OTHER ? sum.other : subtractOther(sum.other, less.other),
    scoredCpuMilli: sum.scoredCpuMilli - less.scoredCpuMilli,
    scoredMemoryBytes: sum.scoredMemoryBytes - less.scoredMemoryBytes,
    pods: sum.pods - 1,
  };
}

function subtractOther(sum: PodRequests['other'], less: PodRequests['other']): PodRequests['other'] {
  const left = Object.entries(sum)
    .map(([resource, amount]) => [resource, amount - (less[resource] ?? 0)] as const)
    .filter(([, amount]) => amount > 0);
  return left.length === 0 ? NO_OTHER : Object.fromEntries(left);
}

/** By node, of the pods that hold room there: bound, and not over yet. */
const requestedOn = runningSums<'Pod', Requested, PodRequests>({
  kind: 'Pod',
  nothing: NOTHING_REQUESTED,
  groupOf: (pod) => (isPodTerminal(pod) ? null : pod.spec.nodeName),
  amountOf: (_store, { spec }) => podRequests(spec),
  plus: add,
  minus: subtract,
});

export function nodeInfoOf(view: View, node: Node): NodeInfo {
  const { name } = node.metadata;
  const pods = () => view.by('podsHoldingRoom', name).map((key) => must(view.get('Pod', key), key));
  // What is not the store itself tells nobody of its changes, and is read whole.
  if (!(view instanceof Store)) return nodeInfoWith(node, pods());
  return { node, requested: requestedOn(view, name), pods };
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
