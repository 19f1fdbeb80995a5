/** Whether a kubelet takes in a pod that was bound to its node. Source: pkg/kubelet/lifecycle/predicate.go. */
import { must } from '../../base/assert.ts';
import { isWantedNode } from '../../api/node-selector.ts';
import type { Node } from '../../api/node.ts';
import { podRequests, type PodRequests } from '../../api/pod-requests.ts';
import type { PodSpec } from '../../api/pod.ts';
import { isFinished } from '../../api/world/sandbox.ts';
import { runningSums } from '../../store/running-sums.ts';
import { Store, type View } from '../../store/store.ts';
import { podNetworkOf } from '../network/addresses.ts';
import { isAdmittedUnder } from './eviction/admission.ts';
import { pressuresOf } from './eviction/pressure.ts';
import { starvedBy, type StarvedResource } from './eviction/signals.ts';
import { isOver } from './actions-of-sandbox.ts';

export interface AdmissionRefusal {
  readonly reason: 'OutOfcpu' | 'OutOfmemory' | 'OutOfpods' | 'NodeAffinity' | 'Evicted';
  readonly message: string;
  /** What the node has too little of, where it is for that. */
  readonly resource?: StarvedResource;
}

export function refuseAdmission(view: View, node: Node, spec: PodSpec): AdmissionRefusal | null {
  if (!isWantedNode(spec, node)) {
    return {
      reason: 'NodeAffinity',
      message: "Predicate NodeAffinity failed: node(s) didn't match Pod's node affinity/selector",
    };
  }
  const pressures = pressuresOf(view, node.metadata.name);
  if (!isAdmittedUnder(pressures, spec)) {
    const [first] = pressures;
    const message = `The node had condition: [${pressures.join(' ')}]. `;
    return { reason: 'Evicted', message, resource: first ? starvedBy(first) : 'memory' };
  }
  const { allocatable } = node.status;
  const wanted = podRequests(spec);
  const used = usedOn(view, node.metadata.name);
  if (used.pods + 1 > allocatable.pods) return outOf('pods', 1, used.pods, allocatable.pods);
  if (wanted.cpuMilli > 0 && used.cpuMilli + wanted.cpuMilli > allocatable.cpuMilli) {
    return outOf('cpu', wanted.cpuMilli, used.cpuMilli, allocatable.cpuMilli);
  }
  if (wanted.memoryBytes > 0 && used.memoryBytes + wanted.memoryBytes > allocatable.memoryBytes) {
    return outOf('memory', wanted.memoryBytes, used.memoryBytes, allocatable.memoryBytes);
  }
  return null;
}

interface Used {
  readonly pods: number;
  readonly cpuMilli: number;
  readonly memoryBytes: number;
}

const NOTHING_USED: Used = { pods: 0, cpuMilli: 0, memoryBytes: 0 };

const counted = (used: Used, { cpuMilli, memoryBytes }: PodRequests, times: 1 | -1): Used => ({
  pods: used.pods + times,
  cpuMilli: used.cpuMilli + times * cpuMilli,
  memoryBytes: used.memoryBytes + times * memoryBytes,
});

/** Of what has not finished: that is surely not over. */
const unfinishedOn = runningSums<'Sandbox', Used, PodRequests>({
  kind: 'Sandbox',
  nothing: NOTHING_USED,
  groupOf: (sandbox) => (isFinished(sandbox) ? null : sandbox.nodeName),
  amountOf: (_store, { spec }) => podRequests(spec),
  plus: (used, more) => counted(used, more, 1),
  minus: (used, less) => counted(used, less, -1),
});

/** What the node's sandboxes hold, without those that are over. */
function usedOn(view: View, nodeName: string): Used {
  // What is not the store itself tells nobody of its changes, and is read whole.
  const [known, rest] =
    view instanceof Store
      ? [unfinishedOn(view, nodeName), view.by('finishedSandboxesByNode', nodeName)]
      : [NOTHING_USED, view.by('sandboxesByNode', nodeName)];
  return rest
    .map((key) => must(view.get('Sandbox', key), `sandbox ${key}`))
    .filter((sandbox) => !isOver(view, sandbox))
    .reduce((used, sandbox) => counted(used, podRequests(sandbox.spec), 1), known);
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

const NONE_GIVEN: ReadonlySet<string> = new Set();

/** The lowest address of the node's pod network that is free, and not `given` away in this moment. *Simplified*: a real one hands them out round-robin. */
export function freeAddress(view: View, node: Node, given: ReadonlySet<string> = NONE_GIVEN): string {
  const prefix = podNetworkOf(node.status.address);
  const taken = new Set(given);
  for (const key of view.by('sandboxesByNode', node.metadata.name)) taken.add(view.get('Sandbox', key)?.address ?? '');
  let host = 2;
  while (taken.has(prefix + host)) host += 1;
  return prefix + host;
}
