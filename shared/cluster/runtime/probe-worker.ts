/** One probe's worker, step by step. Source: pkg/kubelet/prober/worker.go, doProbe. */
import type { ProbeResult, ProbeWorker } from '../../api/world/sandbox.ts';

export type ProbeType = 'Readiness' | 'Liveness' | 'Startup';
export type ProbeOutcome = 'Success' | 'Failure';

export interface ProbeThresholds {
  readonly successThreshold: number;
  readonly failureThreshold: number;
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

/** One probe's outcome. A result flips only after its threshold of equal outcomes in a row. */
export function afterProbe(
  type: ProbeType,
  worker: ProbeWorker,
  outcome: ProbeOutcome,
  { successThreshold, failureThreshold }: ProbeThresholds,
): ProbeWorker {
  if (worker.onHold) return worker;
  const resultRun = worker.lastOutcome === outcome ? worker.resultRun + 1 : 1;
  const counted = { ...worker, lastOutcome: outcome, resultRun };
  if (resultRun < (outcome === 'Success' ? successThreshold : failureThreshold)) return counted;
  // A dead or a started container needs no more of these questions; its restart begins a new count.
  const concluded = type === 'Startup' || (type === 'Liveness' && outcome === 'Failure');
  return { ...counted, result: outcome, ...(concluded ? { onHold: true, resultRun: 0 } : {}) };
}
