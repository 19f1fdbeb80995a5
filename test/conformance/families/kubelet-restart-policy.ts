// kubelet-restart-policy: is a container to run again?
import {
  shouldContainerBeRestarted,
  type LatestContainer,
  type RestartPolicy,
} from '../../../shared/cluster/kubelet/restart-policy.ts';

interface Input {
  readonly restartPolicy: RestartPolicy;
  readonly podDeleting: boolean;
  /** The newest first. */
  readonly containerHistory?: readonly { readonly state: LatestContainer['state']; readonly exitCode: number }[];
}

export const adapters = {
  shouldContainerBeRestarted: ({ restartPolicy, podDeleting, containerHistory = [] }: Input) => {
    const latest = containerHistory[0] ?? null;
    return { restart: shouldContainerBeRestarted({}, restartPolicy, latest, podDeleting) };
  },
};
