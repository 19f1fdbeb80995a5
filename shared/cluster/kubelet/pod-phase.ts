/** The phase of a pod, from what became of its containers. Source: pkg/kubelet/kubelet_pods.go, getPhase. */
import type { PodPhase } from '../../api/pod.ts';
import {
  containerShouldRestart,
  isSidecar,
  restartsAll,
  type RestartPolicy,
  type RestartTerms,
} from './restart-policy.ts';

/** Reason of a container that waits because the whole pod starts over. */
export const RESTARTING_ALL = 'RestartingAllContainers';

type PhaseState =
  | { readonly type: 'waiting'; readonly reason: string }
  | { readonly type: 'running' }
  | { readonly type: 'terminated'; readonly exitCode: number };

export interface PhaseStatus {
  readonly state: PhaseState;
  readonly lastState: PhaseState | null;
  /** Passed its startup probe, or has none. */
  readonly started: boolean;
}

type NamedTerms = RestartTerms & { readonly name: string };

export interface PhasePod {
  readonly restartPolicy: RestartPolicy;
  readonly initContainers: readonly NamedTerms[];
  readonly containers: readonly NamedTerms[];
}

export interface PhaseContext {
  /** Nothing of it will start again. */
  readonly isTerminal: boolean;
  /** One of its regular containers has begun at some time. */
  readonly hasInitialized: boolean;
}

/** By container name; nothing for a container of which nothing is known. */
export type PhaseStatuses = ReadonlyMap<string, PhaseStatus>;

/** How a container that does not run has ended; null when it never has. */
function endOf({ state, lastState }: PhaseStatus): Extract<PhaseState, { type: 'terminated' }> | null {
  if (state.type === 'terminated') return state;
  return state.type === 'waiting' && lastState?.type === 'terminated' ? lastState : null;
}

/** Asks of a container that has ended whether it will run again. */
type WillRun = (container: NamedTerms, status: PhaseStatus) => boolean;

function restartJudge({ restartPolicy, initContainers, containers }: PhasePod, statuses: PhaseStatuses): WillRun {
  const isEnding = [...initContainers, ...containers].some((container) => {
    const state = statuses.get(container.name)?.state;
    return state?.type === 'terminated' && restartsAll(container, state.exitCode);
  });
  return (container, status) => {
    const { state } = status;
    const end = endOf(status);
    if (isEnding || (state.type === 'waiting' && state.reason === RESTARTING_ALL)) return true;
    return end !== null && containerShouldRestart(container, restartPolicy, end.exitCode);
  };
}

type Beginning = 'done' | 'pending' | 'failed';

/** How far the init containers that must end have come. */
function initialisation(pod: PhasePod, statuses: PhaseStatuses, willRun: WillRun): Beginning {
  let beginning: Beginning = 'done';
  for (const container of pod.initContainers) {
    if (isSidecar(container)) continue;
    const status = statuses.get(container.name);
    const end = status ? endOf(status) : null;
    if (status && end && end.exitCode !== 0 && !willRun(container, status)) return 'failed';
    // One that failed and will run again holds nothing up: what comes behind it waits by itself.
    if (end === null) beginning = 'pending';
  }
  return beginning;
}

interface Counts {
  unknown: number;
  running: number;
  waiting: number;
  stopped: number;
  stoppedForGood: number;
  succeeded: number;
  pendingSidecars: number;
}

function countSidecars(pod: PhasePod, statuses: PhaseStatuses, counts: Counts): void {
  for (const container of pod.initContainers.filter(isSidecar)) {
    const status = statuses.get(container.name);
    if (!status) counts.unknown += 1;
    else if (status.state.type === 'running') {
      counts.running += 1;
      if (!status.started) counts.pendingSidecars += 1;
    } else if (endOf(status) === null) {
      counts.pendingSidecars += 1;
      counts.waiting += 1;
    }
  }
}

function countRegular(pod: PhasePod, statuses: PhaseStatuses, willRun: WillRun, counts: Counts): void {
  for (const container of pod.containers) {
    const status = statuses.get(container.name);
    if (!status) counts.unknown += 1;
    else if (status.state.type === 'running') counts.running += 1;
    else if (endOf(status) === null) counts.waiting += 1;
    else {
      counts.stopped += 1;
      if (!willRun(container, status)) counts.stoppedForGood += 1;
      if (status.state.type === 'terminated' && status.state.exitCode === 0) counts.succeeded += 1;
    }
  }
}

export function phaseOf(pod: PhasePod, statuses: PhaseStatuses, context: PhaseContext): PodPhase {
  const willRun = restartJudge(pod, statuses);
  const beginning = initialisation(pod, statuses, willRun);
  if (beginning === 'failed') return 'Failed';
  const counts: Counts = {
    unknown: 0,
    running: 0,
    waiting: 0,
    stopped: 0,
    stoppedForGood: 0,
    succeeded: 0,
    pendingSidecars: 0,
  };
  countSidecars(pod, statuses, counts);
  countRegular(pod, statuses, willRun, counts);
  // Sidecars that restart later on do not put a pod back that has begun.
  const sidecarsPending = !context.hasInitialized && counts.pendingSidecars > 0;
  if (beginning === 'pending' || sidecarsPending || counts.waiting > 0 || counts.unknown > 0) return 'Pending';
  if (counts.running > 0) return 'Running';
  if (counts.stopped === 0) return 'Pending';
  if (context.isTerminal) return counts.succeeded === counts.stopped ? 'Succeeded' : 'Failed';
  if (counts.stoppedForGood < counts.stopped) return 'Running';
  return counts.succeeded === counts.stopped ? 'Succeeded' : 'Failed';
}
