/** Sandbox: a pod as it really exists on a node, in the container runtime's and the kubelet's own books. */
import type { ContainerState, PodSpec } from '../pod.ts';
import type { Program } from './image.ts';

export type ProbeResult = 'Success' | 'Failure' | 'Unknown';

/** A probe's worker: what it last concluded, and how many equal outcomes in a row led there. */
export interface ProbeWorker {
  readonly result: ProbeResult;
  readonly lastOutcome: ProbeResult | null;
  /** Equal outcomes in a row. It survives a restart of the container, as the real worker's does. */
  readonly resultRun: number;
  /** Concluded for good until there is a new container. */
  readonly onHold: boolean;
}

/** A probe of one container. Its outcomes change only when the health it asks about does: no timer of its own. */
export interface ProbeState {
  /** The worker as it stood when this container began to run. */
  readonly worker: ProbeWorker;
  /** What the kubelet believes now. */
  readonly result: ProbeResult;
  /** When the belief flips if health stays as foreseen; null when nothing is to change. */
  readonly flipTick: number | null;
  /** The first probe of this run that fails, still to be told; null when none does, or once it is told. */
  readonly failTick: number | null;
}

/** How a running container will end, as things stand. */
export interface PlannedExit {
  readonly tick: number;
  /** `start`: its process never began. */
  readonly cause: 'start' | 'program' | 'memory' | 'signal';
  readonly exitCode: number;
  /** The program's last words. */
  readonly message: string;
}

export interface CrashBackoff {
  /** The wait after the next exit; doubles with each restart. */
  readonly delayTicks: number;
  /** The last restart: a run of more than twice the maximum since then forgets the back-off. */
  readonly sinceTick: number;
  /** No restart before this tick; 0 while it runs. */
  readonly untilTick: number;
}

export interface PullBackoff {
  readonly delayTicks: number;
  /** No new pull before this tick. */
  readonly untilTick: number;
}

/** Runs to its end before the rest; runs beside the rest; is the rest. */
export type ContainerRole = 'init' | 'sidecar' | 'main';

export interface RuntimeContainer {
  readonly name: string;
  readonly role: ContainerRole;
  readonly image: string;
  /** What its last or present process was started from; null before the first. */
  readonly imageDigest: string | null;
  /** What that process runs in place of its image's own program, as its pod says; absent where it says nothing. */
  readonly program?: Program;
  /** The runtime has a container of this name: it is being made, runs, or has ended and was not cleared away. */
  readonly exists: boolean;
  readonly state: ContainerState;
  readonly lastState: ContainerState | null;
  readonly restartCount: number;
  /** Waits for a pull on this node. */
  readonly pulling: boolean;
  /** What a pull brought for the next start; null when none is settled. */
  readonly pulledDigest: string | null;
  /** The runtime has it created at this tick; null unless it is being created. */
  readonly createdTick: number | null;
  /** From then on its process answers requests (running is not yet serving). */
  readonly warmTick: number | null;
  /** Null when nothing looms. */
  readonly plannedExit: PlannedExit | null;
  readonly backoff: CrashBackoff | null;
  readonly pullBackoff: PullBackoff | null;
  /** No new attempt before this tick: what it is to be furnished with was missing. */
  readonly configRetryTick: number | null;
  /** Its hook after the start is at work until then; null when none is. */
  readonly postStartTick: number | null;
  /** SIGTERM waits for the hook before the end until then; null when none is at work. */
  readonly preStopTick: number | null;
  /** From then on it counts as started: its startup probe has passed, as foreseen. Null while that is never. */
  readonly startedTick: number | null;
  readonly startup: ProbeState | null;
  readonly readiness: ProbeState | null;
  readonly liveness: ProbeState | null;
}

/** Why its kubelet sent it off, as the pod's status says it. */
export interface SentOff {
  readonly reason: 'Evicted' | 'DeadlineExceeded';
  readonly message: string;
}

export interface Sandbox {
  readonly kind: 'Sandbox';
  /** Uid of the pod. */
  readonly key: string;
  readonly podKey: string;
  readonly nodeName: string;
  readonly spec: PodSpec;
  readonly address: string;
  readonly createdTick: number;
  /** Its yard stands. A machine that lost its power has lost the yard, too. */
  readonly ready: boolean;
  /** How often the yard was made anew. */
  readonly attempt: number;
  /** A container's end has all of them start over. */
  readonly restartingAll: boolean;
  /** Init containers first, in the spec's order. */
  readonly containers: readonly RuntimeContainer[];
  /** Termination asked for; its time of grace is over at this tick, and what was told late has two more. */
  readonly killTick: number | null;
  /** Null for a pod that its kubelet did not send off. */
  readonly sentOff: SentOff | null;
}

/** Nothing of it runs, or is being made. */
export function isFinished(sandbox: Sandbox): boolean {
  return sandbox.containers.every(({ state, createdTick }) => state.type !== 'running' && createdTick === null);
}
