/** Status reports: each kubelet writes what it sees of its pods to the API server, while it can reach it. */
import type { Pod, PodStatus } from '../../api/pod.ts';
import { isManaged, isRuntimeUp } from '../../api/world/machine.ts';
import type { Sandbox } from '../../api/world/sandbox.ts';
import { reflex } from '../loop.ts';
import { kubeletOf } from '../processes.ts';
import { subject } from '../../store/change.ts';
import type { View } from '../../store/store.ts';
import { podOfSandbox } from './kubelet-events.ts';
import { hostAddress, podStatusOf } from './pod-status.ts';

export const statusReports = reflex({
  name: 'pod-status',
  asksApiServer: true,
  process: (key, view) => {
    const sandbox = view.get('Sandbox', key);
    return sandbox ? kubeletOf(sandbox.nodeName) : null;
  },
  watches: {
    Sandbox: (change) => (change.after ? [change.key] : []),
    // Whoever else writes a pod's status is put right.
    Pod: (change, view) => {
      const pod = subject(change);
      const uid = 'metadata' in pod ? pod.metadata.uid : '';
      return change.after && view.get('Sandbox', uid) ? [uid] : [];
    },
    Machine: (change, view) => view.by('sandboxesByNode', change.key),
  },
  keys: (view) => view.keys('Sandbox'),
  run: (world, key) => {
    const sandbox = world.get('Sandbox', key);
    const machine = sandbox && world.get('Machine', sandbox.nodeName);
    // A kubelet whose runtime does not answer knows nothing new of its pods.
    if (!sandbox || !isManaged(machine) || !isRuntimeUp(machine)) return;
    const pod = podOfSandbox(world.live, sandbox);
    // Whoever sees late sees the own report as soon as it is written: it is written, though nothing changes.
    if (!pod || (world.count('Sight') === 0 && isReported(world, pod, sandbox))) return;
    const { status } = world.put({ ...pod, status: podStatusOf(world, pod, sandbox) });
    if (isSettled(sandbox, world.tick)) reported.set(sandbox, status);
  },
});

/** What each sandbox's report made of its pod. That wakes the kubelet once more: there is nothing new to say then. */
const reported = new WeakMap<Sandbox, PodStatus>();

function isReported(view: View, { status }: Pod, sandbox: Sandbox): boolean {
  return reported.get(sandbox) === status && status.hostIP === hostAddress(view, sandbox);
}

/** Time alone changes nothing of what it shows. */
function isSettled({ containers }: Sandbox, tick: number): boolean {
  return containers.every(({ startedTick }) => startedTick === null || tick >= startedTick);
}
