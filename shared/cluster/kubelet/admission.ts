/** Whether a kubelet takes in a pod that was bound to its node. Source: pkg/kubelet/lifecycle/predicate.go. */
import { must } from '../../base/assert.ts';
import { matchesLabels } from '../../api/meta.ts';
import type { Node } from '../../api/node.ts';
import { podRequests } from '../../api/pod-requests.ts';
import type { PodSpec } from '../../api/pod.ts';
import type { View } from '../../store/store.ts';
import { isAdmittedUnder } from './eviction/admission.ts';
import { pressuresOf } from './eviction/pressure.ts';
import { isOver } from './actions-of-sandbox.ts';

export interface AdmissionRefusal {
  readonly reason: 'OutOfcpu' | 'OutOfmemory' | 'OutOfpods' | 'NodeAffinity' | 'Evicted';
  readonly message: string;
}

export function refuseAdmission(view: View, node: Node, spec: PodSpec): AdmissionRefusal | null {
  if (!matchesLabels(spec.nodeSelector, node.metadata.labels)) {
    return {
      reason: 'NodeAffinity',
      message: "Predicate NodeAffinity failed: node(s) didn't match Pod's node affinity/selector",
    };
  }
  const pressures = pressuresOf(view, node.metadata.name);
  if (!isAdmittedUnder(pressures, spec)) {
    return { reason: 'Evicted', message: `The node had condition: [${pressures.join(' ')}]. ` };
  }
  const active = view
    .by('sandboxesByNode', node.metadata.name)
    .map((key) => must(view.get('Sandbox', key), `sandbox ${key}`))
    .filter((sandbox) => !isOver(view, sandbox));
  const used = active.map((sandbox) => podRequests(sandbox.spec));
  const { allocatable } = node.status;
  const wanted = podRequests(spec);
  const usedCpu = used.reduce((sum, { cpuMilli }) => sum + cpuMilli, 0);
  const usedMemory = used.reduce((sum, { memoryBytes }) => sum + memoryBytes, 0);
  if (active.length + 1 > allocatable.pods) return outOf('pods', 1, active.length, allocatable.pods);
  if (wanted.cpuMilli > 0 && usedCpu + wanted.cpuMilli > allocatable.cpuMilli) {
    return outOf('cpu', wanted.cpuMilli, usedCpu, allocatable.cpuMilli);
  }
  if (wanted.memoryBytes > 0 && usedMemory + wanted.memoryBytes > allocatable.memoryBytes) {
    return outOf('memory', wanted.memoryBytes, usedMemory, allocatable.memoryBytes);
  }
  return null;
}

function outOf(
  resource: 'cpu' | 'memory' | 'pods',
  requested: number,
  used: number,
  capacity: number,
): AdmissionRefusal {
  const message = `Node didn't have enough resource: ${resource}, requested: ${requested}, used: ${used}, capacity: ${capacity}`;
  return { reason: `OutOf${resource}`, message };
}

/** The lowest address of the node's pod network that is free. *Simplified*: a real one hands them out round-robin. */
export function freeAddress(view: View, node: Node): string {
  const [, , high = '0', low = '0'] = node.status.address.split('.');
  const prefix = `10.${100 + Number(high)}.${low}.`;
  const taken = new Set(view.by('sandboxesByNode', node.metadata.name).map((key) => view.get('Sandbox', key)?.address));
  let host = 2;
  while (taken.has(prefix + host)) host += 1;
  return prefix + host;
}
