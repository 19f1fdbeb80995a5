/** A kubelet makes its node known: the Node and its first heartbeat. */
import { kubeletLabels, type ResourceAmounts } from '../../api/node.ts';
import { newMeta } from '../api-server/objects.ts';
import type { View } from '../../store/store.ts';
import { nodeAddress, nodeOfPodAddress } from '../network/addresses.ts';
import type { World } from '../world.ts';

export interface NewNode {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly capacity: ResourceAmounts;
  readonly allocatable: ResourceAmounts;
  readonly address: string;
}

/** Oracle: node.nodeLeaseDuration. */
const LEASE_DURATION_SECONDS = 40;

export function registerNode(world: World, { name, labels, capacity, allocatable, address }: NewNode): void {
  const ready = {
    type: 'Ready',
    status: 'True',
    reason: 'KubeletReady',
    message: 'kubelet is posting ready status',
    lastTransitionTick: world.tick,
  } as const;
  world.put({
    apiVersion: 'v1',
    kind: 'Node',
    metadata: newMeta(world, 'Node', { name, namespace: '', labels: { ...labels, ...kubeletLabels(name) } }),
    spec: { unschedulable: false, taints: [] },
    status: { capacity, allocatable, conditions: [ready], images: [], address },
  });
  world.put({
    apiVersion: 'coordination.k8s.io/v1',
    kind: 'Lease',
    metadata: newMeta(world, 'Lease', { name, namespace: 'kube-node-lease' }),
    spec: { holderIdentity: name, leaseDurationSeconds: LEASE_DURATION_SECONDS, renewTick: world.tick },
  });
}

/**
 * The first that no node has, nor another machine whose pods still stand on its network, though a restored ledger knows
 * nothing of it.
 */
export function freeNodeAddress(view: View, name: string): string {
  const taken = new Set<string>();
  for (const { status } of view.list('Node')) taken.add(status.address);
  for (const { nodeName, address } of view.list('Sandbox')) if (nodeName !== name) taken.add(nodeOfPodAddress(address));
  for (let index = 0; ; index += 1) if (!taken.has(nodeAddress(index))) return nodeAddress(index);
}
