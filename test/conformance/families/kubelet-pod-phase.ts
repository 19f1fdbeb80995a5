// kubelet-pod-phase: what a pod is said to be in, by its containers.
import type { RestartRule } from '../../../shared/api/container.ts';
import { phaseOf, type PhasePod, type PhaseStatus } from '../../../shared/cluster/kubelet/pod-phase.ts';
import type { RestartPolicy } from '../../../shared/cluster/kubelet/restart-policy.ts';

interface State {
  readonly running?: object;
  readonly waiting?: { readonly reason?: string };
  readonly terminated?: { readonly exitCode: number };
}

interface Container {
  readonly name: string;
  readonly restartPolicy?: RestartPolicy;
  readonly restartPolicyRules?: readonly RestartRule[];
}

interface Input {
  readonly pod: {
    readonly restartPolicy: RestartPolicy;
    readonly containers?: readonly Container[];
    readonly initContainers?: readonly Container[];
  };
  readonly containerStatuses?: readonly {
    readonly name: string;
    readonly state: State;
    readonly lastState?: State;
    readonly started?: boolean;
  }[];
  readonly podHasInitialized: boolean;
  readonly podIsTerminal: boolean;
}

function stateOf(state: State | undefined): PhaseStatus['state'] | null {
  if (state?.running) return { type: 'running' };
  if (state?.terminated) return { type: 'terminated', exitCode: state.terminated.exitCode };
  return state?.waiting ? { type: 'waiting', reason: state.waiting.reason ?? '' } : null;
}

export const adapters = {
  getPhase: ({ pod, containerStatuses = [], podHasInitialized, podIsTerminal }: Input) => {
    const statuses = new Map<string, PhaseStatus>();
    for (const { name, state: shown, lastState, started = false } of containerStatuses) {
      const state = stateOf(shown);
      // Of several of one name, the first.
      if (state && !statuses.has(name)) statuses.set(name, { state, lastState: stateOf(lastState), started });
    }
    const spec: PhasePod = {
      restartPolicy: pod.restartPolicy,
      containers: pod.containers ?? [],
      initContainers: pod.initContainers ?? [],
    };
    return { phase: phaseOf(spec, statuses, { hasInitialized: podHasInitialized, isTerminal: podIsTerminal }) };
  },
};
