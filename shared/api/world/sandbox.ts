/** Sandbox: a pod as it really exists on a node, in the container runtime's and kubelet's own books. */
import type { PodSpec, ContainerState } from '../pod.ts';

/** A probe's worker. Its outcome changes only when the health it asks about does, so it needs no timer of its own. */
export interface ProbeState {
  /** What the kubelet believes now. */
  readonly passing: boolean;
  /** When the belief flips if health stays as it is; null when it already agrees. */
  readonly flipTick: number | null;
}

export interface RuntimeContainer {
  readonly name: string;
  readonly image: string;
  readonly imageDigest: string | null;
  readonly state: ContainerState;
  readonly lastState: ContainerState | null;
  readonly restartCount: number;
  /** When a created container's process answers requests (running is not yet serving). */
  readonly warmTick: number | null;
  /** When it ends by itself or is killed for memory; null when nothing looms. */
  readonly exitTick: number | null;
  /** Crash-loop or image-pull back-off. */
  readonly backoff: { readonly delayTicks: number; readonly untilTick: number } | null;
  readonly pullBackoff: { readonly delayTicks: number; readonly untilTick: number } | null;
  readonly readiness: ProbeState | null;
  readonly liveness: ProbeState | null;
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
  readonly containers: readonly RuntimeContainer[];
  /** Termination asked for; containers get SIGKILL at this tick. */
  readonly killTick: number | null;
}
