/** NodeInfo: a node as the scheduler sees it, with what its pods have asked for. Derived from the store alone. */
import { must } from '../../base/assert.ts';
import type { Node } from '../../api/node.ts';
import type { Pod } from '../../api/pod.ts';
import { podRequests, type PodRequests } from '../../api/pod-requests.ts';
import type { View } from '../../store/store.ts';

/** The sum of what the node's pods ask for. */
export interface Requested extends PodRequests {
  readonly pods: number;
}

export interface NodeInfo {
  readonly node: Node;
  readonly requested: Requested;
}

export const NOTHING_REQUESTED: Requested = {
  cpuMilli: 0,
  memoryBytes: 0,
  scoredCpuMilli: 0,
  scoredMemoryBytes: 0,
  pods: 0,
};

function add(sum: Requested, more: PodRequests): Requested {
  return {
    cpuMilli: sum.cpuMilli + more.cpuMilli,
    memoryBytes: sum.memoryBytes + more.memoryBytes,
    scoredCpuMilli: sum.scoredCpuMilli + more.scoredCpuMilli,
    scoredMemoryBytes: sum.scoredMemoryBytes + more.scoredMemoryBytes,
    pods: sum.pods + 1,
  };
}

/**
 * The last NodeInfo of each Node object, with the key list it was summed over. The index makes a new list whenever a
 * pod comes, goes or asks for something else, so equal identities mean equal sums: a memo, no state of its own.
 */
const known = new WeakMap<Node, { readonly podKeys: readonly string[]; readonly info: NodeInfo }>();

export function nodeInfoOf(view: View, node: Node): NodeInfo {
  const podKeys = view.by('podsHoldingRoom', node.metadata.name);
  const before = known.get(node);
  if (before?.podKeys === podKeys) return before.info;
  let requested = NOTHING_REQUESTED;
  for (const key of podKeys) requested = add(requested, podRequests(must(view.get('Pod', key), key).spec));
  const info = { node, requested };
  known.set(node, { podKeys, info });
  return info;
}

/** Every node, in the order of their names. */
export function nodeInfos(view: View): NodeInfo[] {
  return view.keys('Node').map((name) => nodeInfoOf(view, must(view.get('Node', name), name)));
}

/** As it will be once the pod is bound there: what the real scheduler's cache calls an assumed pod. */
export function withPod(info: NodeInfo, pod: Pod): NodeInfo {
  return { node: info.node, requested: add(info.requested, podRequests(pod.spec)) };
}
