/** How a pod is shown, in the town and in every list: one of a few states, and Kubernetes' own word for it. */
import { isPodReady, isTerminating, type ContainerStatus, type Pod } from '../../shared/api/pod.ts';
import type { Sandbox } from '../../shared/api/world/sandbox.ts';
import type { View } from '../../shared/store/store.ts';

export const POD_STATES = [
  'pending',
  'scheduled',
  'pulling',
  'starting',
  'notready',
  'ready',
  'probefail',
  'crash',
  'oom',
  'terminating',
  'evicted',
  'completed',
] as const;
export type PodState = (typeof POD_STATES)[number];

export interface ShownState {
  readonly state: PodState;
  /** As `kubectl get pods` has it in its STATUS column. */
  readonly word: string;
}

/** Something is wrong with these, and they do not mend by waiting a moment. */
export const BAD_STATES: ReadonlySet<PodState> = new Set(['probefail', 'crash', 'oom', 'evicted']);

const EVICTED = new Set(['Evicted', 'NodeLost', 'DeletionByTaintManager', 'EvictionByEvictionAPI']);
/** Waiting reasons that mean trouble, not patience. */
const TROUBLE = new Set([
  'ErrImagePull',
  'ImagePullBackOff',
  'ErrImageNeverPull',
  'ImageInspectError',
  'InvalidImageName',
  'CreateContainerConfigError',
  'CreateContainerError',
  'RunContainerError',
]);

export function shownState(view: View, pod: Pod): ShownState {
  return ending(pod) ?? beginning(view, pod) ?? running(view.get('Sandbox', pod.metadata.uid), pod);
}

function ending(pod: Pod): ShownState | null {
  const { phase, reason, containerStatuses } = pod.status;
  if (phase === 'Succeeded') return { state: 'completed', word: 'Completed' };
  if (phase === 'Failed' && EVICTED.has(reason)) return { state: 'evicted', word: 'Evicted' };
  if (isTerminating(pod)) return { state: 'terminating', word: 'Terminating' };
  if (phase !== 'Failed') return null;
  const ends = containerStatuses.flatMap(({ state }) => (state.type === 'terminated' ? [state.reason] : []));
  if (ends.includes('OOMKilled')) return { state: 'oom', word: 'OOMKilled' };
  const word = [reason, ...ends].find((one) => one !== '' && one !== 'Completed') ?? 'Error';
  return { state: 'crash', word };
}

function beginning(view: View, pod: Pod): ShownState | null {
  if (pod.spec.nodeName === null) return { state: 'pending', word: 'Pending' };
  const sandbox = view.get('Sandbox', pod.metadata.uid);
  if (!sandbox) return { state: 'scheduled', word: pod.status.phase };
  return null;
}

function wasKilledForMemory({ state, lastState }: ContainerStatus): boolean {
  const end = state.type === 'terminated' ? state : lastState;
  return end?.type === 'terminated' && end.reason === 'OOMKilled';
}

function running(sandbox: Sandbox | undefined, pod: Pod): ShownState {
  for (const status of pod.status.containerStatuses) {
    const { state } = status;
    if (state.type === 'waiting' && state.reason === 'CrashLoopBackOff') {
      return { state: wasKilledForMemory(status) ? 'oom' : 'crash', word: 'CrashLoopBackOff' };
    }
    if (state.type === 'waiting' && TROUBLE.has(state.reason)) return { state: 'crash', word: state.reason };
    if (state.type === 'terminated') {
      return { state: wasKilledForMemory(status) ? 'oom' : 'crash', word: state.reason };
    }
  }
  const containers = sandbox?.containers ?? [];
  // Its machine lost power, or nobody has reported it yet: the control plane still believes that it runs.
  if (containers.some(({ state }) => state.type === 'terminated')) return { state: 'notready', word: pod.status.phase };
  if (containers.some(({ pulling }) => pulling)) return { state: 'pulling', word: 'ContainerCreating' };
  if (containers.some(({ createdTick }) => createdTick !== null))
    return { state: 'starting', word: 'ContainerCreating' };
  if (containers.some(({ state }) => state.type !== 'running'))
    return { state: 'scheduled', word: 'ContainerCreating' };
  if (containers.some(({ liveness }) => liveness !== null && liveness.result === 'Failure'))
    return { state: 'probefail', word: 'Running' };
  return isPodReady(pod) ? { state: 'ready', word: 'Running' } : { state: 'notready', word: 'Running' };
}
