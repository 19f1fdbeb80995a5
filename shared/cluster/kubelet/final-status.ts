/**
 * What is left to say of a pod that was told to end, once nothing of it runs: it has failed, unless it ended well, and
 * so has each container that never ran. Source: pkg/kubelet/status, TerminatePod.
 */
import type { ContainerStatus, PodPhase } from '../../api/pod.ts';
import { isFinished, type Sandbox } from '../../api/world/sandbox.ts';
import { SIGKILL_EXIT } from '../runtime/planned-exit.ts';

export function isOver(sandbox: Sandbox): boolean {
  return sandbox.killTick !== null && isFinished(sandbox);
}

/** Who was sent off has failed, however well it ended. */
export function finalPhase(sandbox: Sandbox, phase: PodPhase): PodPhase {
  if (sandbox.sentOff !== null) return 'Failed';
  return isOver(sandbox) && phase !== 'Succeeded' ? 'Failed' : phase;
}

/** A pod is not over while anything of it may run. Source: pkg/kubelet/status, mergePodStatus. */
export function heldPhase(sandbox: Sandbox, before: PodPhase, phase: PodPhase): PodPhase {
  return (phase === 'Failed' || phase === 'Succeeded') && !isFinished(sandbox) ? before : phase;
}

/** Of a pod whose beginning was done. The real one names no times. */
export function finalStatus(sandbox: Sandbox, status: ContainerStatus): ContainerStatus {
  if (!isOver(sandbox) || status.state.type !== 'waiting') return status;
  const { createdTick } = sandbox;
  const state = {
    type: 'terminated',
    reason: 'ContainerStatusUnknown',
    exitCode: SIGKILL_EXIT,
    message: 'The container could not be located when the pod was terminated',
    startedTick: createdTick,
    finishedTick: createdTick,
  } as const;
  return { ...status, state };
}
