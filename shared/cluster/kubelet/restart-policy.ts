/** Whether a container is to run (again). Source: pkg/kubelet/container/helpers.go, ShouldContainerBeRestarted. */
import type { ContainerState, PodSpec } from '../../api/pod.ts';

export type RestartPolicy = PodSpec['restartPolicy'];

/** What the runtime knows of a container's latest incarnation; null when there has been none. */
export type LatestContainer =
  | { readonly state: 'created' | 'running' | 'unknown' }
  | { readonly state: 'exited'; readonly exitCode: number };

export function shouldContainerBeRestarted(
  policy: RestartPolicy,
  latest: LatestContainer | null,
  podDeleting: boolean,
): boolean {
  if (podDeleting) return false;
  if (latest === null) return true;
  if (latest.state === 'exited') return policy === 'Always' || (policy === 'OnFailure' && latest.exitCode !== 0);
  return latest.state !== 'running';
}

export function latestOf(state: ContainerState): LatestContainer | null {
  if (state.type === 'waiting') return null;
  if (state.type === 'running') return { state: 'running' };
  return { state: 'exited', exitCode: state.exitCode };
}
