/** ClusterInfo: all nodes as one scheduling cycle sees them, with what the cycles before it have assumed. */
import { must } from '../../base/assert.ts';
import { keyOf } from '../../api/meta.ts';
import type { Pod } from '../../api/pod.ts';
import type { FullLabelSelector } from '../../api/selectors.ts';
import { DEFAULT_POLICY, type SchedulerPolicy } from '../../api/world/scheduler-policy.ts';
import type { View } from '../../store/store.ts';
import { nodeInfoOf, rowOf, withPod, type NodeInfo } from './node-info.ts';
import { nodesIn } from './node-table.ts';
import { groupOf } from './pod-group.ts';

type Labels = Readonly<Record<string, string>>;

/** A pod on its node. */
export interface Placed {
  readonly pod: Pod;
  readonly node: NodeInfo['node'];
}

export interface ClusterInfo {
  /** In the order of their names. */
  readonly nodes: readonly NodeInfo[];
  readonly policy: SchedulerPolicy;
  /** Pods on nodes that have affinity or anti-affinity to other pods. */
  readonly affinePods: () => readonly Placed[];
  /** Pods for which room is being made on the node, without those that are there already. '' stands for any node. */
  readonly nominated: (nodeName: string) => readonly Pod[];
  readonly namespaceLabels: (namespace: string) => Labels;
  /** Whom Services and controllers mean together with the pod; empty for one that stands for itself. */
  readonly groupOf: (pod: Pod) => FullLabelSelector;
  /** Rows of the nodes onto which pods were assumed, one after the other; absent where none can be. */
  readonly assumedRows?: readonly number[];
}

const NOBODY: readonly never[] = [];

export function hasPodAffinity({ spec: { affinity } }: Pod): boolean {
  return affinity?.podAffinity !== undefined || affinity?.podAntiAffinity !== undefined;
}

export function policyOf(view: View): SchedulerPolicy {
  return view.get('SchedulerPolicy', 'policy') ?? DEFAULT_POLICY;
}

function podsAt(view: View, keys: readonly string[]): readonly Pod[] {
  return keys.length === 0 ? NOBODY : keys.map((key) => must(view.get('Pod', key), key));
}

/** What every namespace bears: the API server sets it. */
const NAME_LABEL = 'kubernetes.io/metadata.name';

/** The nodes are looked up when a plugin first asks for all of them: most pods need only one at a time. */
export function clusterInfo(view: View): ClusterInfo {
  let nodes: readonly NodeInfo[] | null = null;
  return {
    get nodes() {
      return (nodes ??= nodesIn(view));
    },
    policy: policyOf(view),
    affinePods: () =>
      podsAt(view, view.by('podsWithAffinity', '')).flatMap((pod) => {
        const node = view.get('Node', pod.spec.nodeName ?? '');
        return node ? [{ pod, node }] : [];
      }),
    nominated: (name) => podsAt(view, view.by('podsByNominatedNode', name)),
    namespaceLabels: (namespace) => ({
      ...view.get('Namespace', namespace)?.metadata.labels,
      [NAME_LABEL]: namespace,
    }),
    groupOf: (pod) => groupOf(view, pod),
  };
}

export function nodeInfoNamed(view: View, name: string): NodeInfo | undefined {
  const node = view.get('Node', name);
  return node && nodeInfoOf(view, node);
}

/** With another set of pods on one node, as the dry run of a preemption needs it. */
export function withNode(cluster: ClusterInfo, changed: NodeInfo): ClusterInfo {
  const { name } = changed.node.metadata;
  let nodes: readonly NodeInfo[] | null = null;
  return {
    get nodes() {
      return (nodes ??= cluster.nodes.map((info) => (info.node.metadata.name === name ? changed : info)));
    },
    policy: cluster.policy,
    nominated: cluster.nominated,
    namespaceLabels: cluster.namespaceLabels,
    groupOf: cluster.groupOf,
    affinePods: () => [
      ...cluster.affinePods().filter(({ node }) => node.metadata.name !== name),
      ...changed
        .pods()
        .filter(hasPodAffinity)
        .map((pod) => ({ pod, node: changed.node })),
    ],
  };
}

/** The same cluster while pods are assumed onto its nodes, one cycle after the other. */
export class AssumingCluster implements ClusterInfo {
  readonly nodes: NodeInfo[];
  readonly policy: SchedulerPolicy;
  readonly namespaceLabels: ClusterInfo['namespaceLabels'];
  readonly groupOf: ClusterInfo['groupOf'];
  readonly assumedRows: number[] = [];
  readonly #base: ClusterInfo;
  readonly #assumed = new Set<string>();
  readonly #assumedAffine: Placed[] = [];

  constructor(base: ClusterInfo) {
    this.#base = base;
    this.nodes = [...base.nodes];
    this.policy = base.policy;
    this.namespaceLabels = base.namespaceLabels;
    this.groupOf = base.groupOf;
  }

  readonly affinePods = (): readonly Placed[] => [...this.#base.affinePods(), ...this.#assumedAffine];

  readonly nominated = (nodeName: string): readonly Pod[] => {
    const pods = this.#base.nominated(nodeName);
    return pods.length === 0 ? pods : pods.filter((pod) => !this.#assumed.has(keyOf(pod.metadata)));
  };

  assume(pod: Pod, nodeName: string): void {
    const row = rowOf(this.nodes, nodeName);
    const info = withPod(must(this.nodes[row], nodeName), pod);
    this.nodes[row] = info;
    this.assumedRows.push(row);
    this.#assumed.add(keyOf(pod.metadata));
    if (hasPodAffinity(pod)) this.#assumedAffine.push({ pod, node: info.node });
  }
}
