/** Node: a village. Where pods run; its machine may fail without the control plane noticing at once. */
import { z } from 'zod';
import type { DeepReadonly } from '../base/freeze.ts';
import { qualifiedName } from './names.ts';
import type { Condition, ObjectMeta } from './meta.ts';

export const taint = z.strictObject({
  key: qualifiedName,
  value: z.string().max(63).default(''),
  effect: z.enum(['NoSchedule', 'PreferNoSchedule', 'NoExecute']),
});

export interface Taint extends DeepReadonly<z.infer<typeof taint>> {
  /** When a NoExecute taint was added: toleration seconds count from here. */
  readonly addedTick: number | null;
}

/** Its own name, as the kubelet writes it. */
export const HOSTNAME_LABEL = 'kubernetes.io/hostname';

/** What a kubelet writes on its node when it registers it. Source: pkg/kubelet/kubelet_node_status.go, initialNode. */
export const kubeletLabels = (name: string): Readonly<Record<string, string>> => ({
  [HOSTNAME_LABEL]: name,
  'kubernetes.io/os': 'linux',
  'kubernetes.io/arch': 'amd64',
});

export function isKubeletLabel(key: string): boolean {
  return Object.hasOwn(kubeletLabels(''), key);
}

export const TAINT = {
  unschedulable: 'node.kubernetes.io/unschedulable',
  notReady: 'node.kubernetes.io/not-ready',
  unreachable: 'node.kubernetes.io/unreachable',
} as const;

export interface NodeSpec {
  readonly unschedulable: boolean;
  readonly taints: readonly Taint[];
}

export interface ResourceAmounts {
  readonly cpuMilli: number;
  readonly memoryBytes: number;
  readonly pods: number;
  /** Further resources by name: `ephemeral-storage`, `hugepages-2Mi`, `example.com/gpu`. */
  readonly other?: Readonly<Record<string, number>>;
}

export interface NodeImage {
  readonly names: readonly string[];
  readonly sizeBytes: number;
}

export type NodeConditionType = 'Ready' | 'MemoryPressure' | 'DiskPressure' | 'PIDPressure';

export interface NodeStatus {
  readonly capacity: ResourceAmounts;
  readonly allocatable: ResourceAmounts;
  readonly conditions: readonly Condition<NodeConditionType>[];
  /** What the kubelet reported to be in its image cache. */
  readonly images: readonly NodeImage[];
  readonly address: string;
}

export interface Node {
  readonly apiVersion: 'v1';
  readonly kind: 'Node';
  readonly metadata: ObjectMeta;
  readonly spec: NodeSpec;
  readonly status: NodeStatus;
}

export function isNodeReady(node: Node): boolean {
  return node.status.conditions.some((condition) => condition.type === 'Ready' && condition.status === 'True');
}
