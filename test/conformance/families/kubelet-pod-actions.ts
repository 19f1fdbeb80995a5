// kubelet-pod-actions: what one look at a pod asks for.
import {
  computePodActions,
  type ActionContainer,
  type ActionSandbox,
} from '../../../shared/cluster/kubelet/pod-actions.ts';
import type { LatestContainer, RestartPolicy } from '../../../shared/cluster/kubelet/restart-policy.ts';

interface Container {
  readonly name: string;
  readonly restartPolicy?: RestartPolicy;
}

interface Status {
  readonly name: string;
  readonly id: string;
  readonly state: LatestContainer['state'];
  readonly exitCode: number;
  readonly specHashChanged?: boolean;
  readonly liveness?: ActionContainer['liveness'];
  readonly startup?: ActionContainer['startup'];
}

interface Input {
  /** Empty is the default, Always. */
  readonly restartPolicy: RestartPolicy | '';
  readonly containers?: readonly (string | Container)[];
  readonly initContainers?: readonly (string | Container)[];
  readonly containerStatuses?: readonly Status[];
  /** The newest first. */
  readonly sandboxes?: readonly { readonly ready: boolean; readonly hasIP: boolean; readonly attempt: number }[];
  readonly podDeleting?: boolean;
}

/** Of several that are ready none can be relied on. */
function latestOf(sandboxes: NonNullable<Input['sandboxes']>): ActionSandbox | null {
  const [latest] = sandboxes;
  if (!latest) return null;
  const ready = latest.ready && sandboxes.filter((sandbox) => sandbox.ready).length === 1;
  return { ready, hasAddress: latest.hasIP, attempt: latest.attempt };
}

export const adapters = {
  computePodActions: (input: Input) => {
    const { containerStatuses = [], sandboxes = [] } = input;
    const statusOf = (name: string) => containerStatuses.find((status) => status.name === name);
    const containers = (list: readonly (string | Container)[] = []) =>
      list.map((item): ActionContainer => {
        const spec = typeof item === 'string' ? { name: item } : item;
        const status = statusOf(spec.name);
        return {
          ...spec,
          latest: status ? { state: status.state, exitCode: status.exitCode } : null,
          isChanged: status?.specHashChanged ?? false,
          liveness: status?.liveness ?? 'Success',
          startup: status?.startup ?? 'Success',
        };
      });
    const { attempt, kill, ...actions } = computePodActions({
      restartPolicy: input.restartPolicy === '' ? 'Always' : input.restartPolicy,
      initContainers: containers(input.initContainers),
      containers: containers(input.containers),
      sandbox: latestOf(sandboxes),
      isDeleting: input.podDeleting ?? false,
    });
    return { ...actions, sandboxAttempt: attempt, killContainerIDs: kill.map((name) => statusOf(name)?.id) };
  },
};
