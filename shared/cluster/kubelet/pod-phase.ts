/** The phase of a pod, from what became of its containers. Source: pkg/kubelet/kubelet_pods.go, getPhase. */
import type { ContainerState, PodPhase } from '../../api/pod.ts';
import type { RestartPolicy } from './restart-policy.ts';

export interface PhaseStatus {
  readonly state: ContainerState;
  readonly lastState: ContainerState | null;
}

/**
 * `statuses` in the order of the spec's containers, `undefined` for those that have none. `isTerminal`: the pod is
 * being ended, nothing of it will start again.
 */
export function phaseOf(
  policy: RestartPolicy,
  statuses: readonly (PhaseStatus | undefined)[],
  isTerminal = false,
): PodPhase {
  let running = 0;
  let waiting = 0;
  let stopped = 0;
  let succeeded = 0;
  for (const status of statuses) {
    if (status === undefined) waiting += 1;
    else if (status.state.type === 'running') running += 1;
    else if (status.state.type === 'terminated') {
      stopped += 1;
      if (status.state.exitCode === 0) succeeded += 1;
    } else if (status.lastState?.type === 'terminated') stopped += 1;
    else waiting += 1;
  }
  if (waiting > 0) return 'Pending';
  if (running > 0) return 'Running';
  if (stopped === 0) return 'Pending';
  if (isTerminal) return succeeded === stopped ? 'Succeeded' : 'Failed';
  if (policy === 'Always') return 'Running';
  if (succeeded === stopped) return 'Succeeded';
  return policy === 'Never' ? 'Failed' : 'Running';
}
