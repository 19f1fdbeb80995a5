/** One probe's worker, step by step. Source: pkg/kubelet/prober/worker.go, doProbe. */
import type { ProbeResult, ProbeWorker } from '../../api/world/sandbox.ts';

export type ProbeType = 'Readiness' | 'Liveness' | 'Startup';
/** `Error`: the probe itself failed; that says nothing of the container. */
export type ProbeOutcome = 'Success' | 'Failure' | 'Error';

export interface ProbeThresholds {
  readonly successThreshold: number;
  readonly failureThreshold: number;
}

/** What the worker finds when its time has come. */
export interface ProbeFrame {
  /** Nothing of the pod will run again. */
  readonly podIsOver: boolean;
  readonly podDeleting: boolean;
  readonly container: 'absent' | 'waiting' | 'running' | 'terminated';
  /** A container that has ended will run again. */
  readonly willRestart: boolean;
  /** `initialDelaySeconds` are over. */
  readonly delayIsOver: boolean;
  /** Its startup probe has passed, or it has none. */
  readonly started: boolean;
  /** What the container would answer. */
  readonly outcome: ProbeOutcome;
}

export interface ProbeStep {
  readonly worker: ProbeWorker;
  /** The worker goes on for this pod. */
  readonly keepProbing: boolean;
}

/** Oracle: pod.probeInitialResult. */
const INITIAL: Readonly<Record<ProbeType, ProbeResult>> = {
  Liveness: 'Success',
  Readiness: 'Failure',
  Startup: 'Unknown',
};

export function newWorker(type: ProbeType): ProbeWorker {
  return { result: INITIAL[type], lastOutcome: null, resultRun: 0, onHold: false };
}

/** A new container: back to the first result, and to work. The run is not forgotten, as in the real worker. */
export function workerForNewContainer(type: ProbeType, worker: ProbeWorker | null): ProbeWorker {
  if (worker === null) return newWorker(type);
  return { ...worker, result: INITIAL[type], onHold: false };
}

/** One turn of the worker: mostly it asks the container, sometimes it knows without asking. */
export function doProbe(
  type: ProbeType,
  worker: ProbeWorker,
  frame: ProbeFrame,
  thresholds: ProbeThresholds,
): ProbeStep {
  const { container, podDeleting, delayIsOver, started, outcome } = frame;
  const wait: ProbeStep = { worker, keepProbing: true };
  if (frame.podIsOver) return { worker, keepProbing: false };
  if (container === 'absent' || worker.onHold) return wait;
  if (container !== 'running') {
    const keepProbing = container === 'waiting' || frame.willRestart;
    return { worker: { ...worker, result: 'Failure' }, keepProbing };
  }
  // Nobody is told a second time to close.
  if (podDeleting && type !== 'Readiness') return { worker: { ...worker, result: 'Success' }, keepProbing: false };
  // A startup probe asks until the container has started, the others from then on.
  if (!delayIsOver || started === (type === 'Startup') || outcome === 'Error') return wait;
  return { worker: afterProbe(type, worker, outcome, thresholds), keepProbing: true };
}

/** One probe's outcome. A result flips only after its threshold of equal outcomes in a row. */
function afterProbe(
  type: ProbeType,
  worker: ProbeWorker,
  outcome: 'Success' | 'Failure',
  { successThreshold, failureThreshold }: ProbeThresholds,
): ProbeWorker {
  const resultRun = worker.lastOutcome === outcome ? worker.resultRun + 1 : 1;
  const counted = { ...worker, lastOutcome: outcome, resultRun };
  if (resultRun < (outcome === 'Success' ? successThreshold : failureThreshold)) return counted;
  // A dead or a started container needs no more of these questions; its restart begins a new count.
  const concluded = type === 'Startup' || (type === 'Liveness' && outcome === 'Failure');
  return { ...counted, result: outcome, ...(concluded ? { onHold: true, resultRun: 0 } : {}) };
}
