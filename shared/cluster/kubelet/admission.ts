/** Whether a kubelet takes in a pod that was bound to its node. Source: pkg/kubelet/lifecycle/predicate.go. */
import { must } from '../../base/assert.ts';
import { matchesLabels } from '../../api/meta.ts';
import type { Node } from '../../api/node.ts';
import type { PodSpec } from '../../api/pod.ts';
import { parseMilli, parseWhole } from '../../api/quantity.ts';
import type { Sandbox } from '../../api/world/sandbox.ts';
import type { View } from '../../store/store.ts';
import { latestOf, shouldContainerBeRestarted } from './restart-policy.ts';

export interface AdmissionRefusal {
  readonly reason: 'OutOfcpu' | 'OutOfmemory' | 'OutOfpods' | 'NodeAffinity';
  readonly message: string;
}

export interface Requests {
  readonly cpuMilli: number;
  readonly memoryBytes: number;
}

export function requestsOf(spec: PodSpec): Requests {
  let cpuMilli = 0;
  let memoryBytes = 0;
  for (const { resources } of spec.containers) {
    // A limit without a request is the request too. Source: pkg/apis/core/v1/defaults.go.
    cpuMilli += parseMilli(resources.requests.cpu ?? resources.limits.cpu ?? '0');
    memoryBytes += parseWhole(resources.requests.memory ?? resources.limits.memory ?? '0');
  }
  return { cpuMilli, memoryBytes };
}

/** Ended for good: it keeps its place in the list, and nothing of the node. */
function isTerminal({ spec, containers }: Sandbox): boolean {
  return containers.every(
    ({ state }) =>
      state.type === 'terminated' && !shouldContainerBeRestarted(spec.restartPolicy, latestOf(state), false),
  );
}

export function refuseAdmission(view: View, node: Node, spec: PodSpec): AdmissionRefusal | null {
  if (!matchesLabels(spec.nodeSelector, node.metadata.labels)) {
    return {
      reason: 'NodeAffinity',
      message: "Predicate NodeAffinity failed: node(s) didn't match Pod's node affinity/selector",
    };
  }
  const active = view
    .by('sandboxesByNode', node.metadata.name)
    .map((key) => must(view.get('Sandbox', key), `sandbox ${key}`))
    .filter((sandbox) => !isTerminal(sandbox));
  const used = active.map((sandbox) => requestsOf(sandbox.spec));
  const { allocatable } = node.status;
  const wanted = requestsOf(spec);
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
