/**
 * Probes of a running container. Its health changes once in a run, when its program begins to answer, so all that its
 * probes will find follows from the start: only the ticks at which a conclusion flips are kept.
 */
import type { Probe } from '../../api/pod.ts';
import type { ProbeState, ProbeWorker } from '../../api/world/sandbox.ts';
import { afterProbe, workerForNewContainer, type ProbeOutcome, type ProbeType } from './probe-worker.ts';

/** One run of a container, as its probes see it. */
export interface ProbedRun {
  readonly startedTick: number;
  /** From then on its probes succeed; null when they never do (nothing listens on that port). */
  readonly healthyTick: number | null;
}

/** *Simplified*: the real worker's rhythm has its own phase; ours begins with the container. */
function probeTick(probe: Probe, run: ProbedRun, index: number): number {
  return run.startedTick + Math.max(probe.initialDelaySeconds, 1) + index * probe.periodSeconds;
}

const outcomeAt = (run: ProbedRun, tick: number): ProbeOutcome =>
  run.healthyTick !== null && tick >= run.healthyTick ? 'Success' : 'Failure';

/** Beyond so many equal outcomes a worker has nothing new to conclude. */
const decisive = (probe: Probe): number => Math.max(probe.successThreshold, probe.failureThreshold);

/** Probes made before `tick`, and those of them that failed. */
function probesBefore(probe: Probe, run: ProbedRun, tick: number): { readonly all: number; readonly failed: number } {
  const count = (until: number) => Math.max(0, Math.ceil((until - probeTick(probe, run, 0)) / probe.periodSeconds));
  return { all: count(tick), failed: count(run.healthyTick === null ? tick : Math.min(tick, run.healthyTick)) };
}

function repeat(type: ProbeType, worker: ProbeWorker, outcome: ProbeOutcome, count: number, probe: Probe): ProbeWorker {
  let result = worker;
  for (let index = 0; index < Math.min(count, decisive(probe)); index += 1) {
    result = afterProbe(type, result, outcome, probe);
  }
  return result;
}

/** The worker after all probes before `tick`. Exact up to a run's length beyond what any threshold asks. */
export function workerAt(type: ProbeType, start: ProbeWorker, probe: Probe, run: ProbedRun, tick: number): ProbeWorker {
  const { all, failed } = probesBefore(probe, run, tick);
  return repeat(type, repeat(type, start, 'Failure', failed, probe), 'Success', all - failed, probe);
}

/** The first probe from `index` on after which the worker concludes something else; null when it never does. */
function nextFlip(type: ProbeType, start: ProbeWorker, probe: Probe, run: ProbedRun, from: number): number | null {
  const { all } = probesBefore(probe, run, from);
  let worker = workerAt(type, start, probe, run, from);
  const { result } = worker;
  const firstHealthy = run.healthyTick === null ? 0 : probesBefore(probe, run, run.healthyTick).all;
  // Within one stretch of equal health either the first few outcomes flip the result, or none does.
  for (const begin of firstHealthy > all ? [all, firstHealthy] : [all]) {
    worker = workerAt(type, start, probe, run, probeTick(probe, run, begin));
    for (let index = begin; index < begin + decisive(probe); index += 1) {
      const tick = probeTick(probe, run, index);
      worker = afterProbe(type, worker, outcomeAt(run, tick), probe);
      if (worker.result !== result) return tick;
    }
  }
  return null;
}

/** The probe of a container that begins to run; `before` is what is left of its last run. */
export function startProbe(type: ProbeType, probe: Probe, before: ProbeWorker | null, run: ProbedRun): ProbeState {
  const worker = workerForNewContainer(type, before);
  const first = probeTick(probe, run, 0);
  return {
    worker,
    passing: worker.result === 'Success',
    flipTick: nextFlip(type, worker, probe, run, run.startedTick),
    failTick: outcomeAt(run, first) === 'Failure' ? first : null,
  };
}

/** The probe after its flip at `tick`. */
export function flipProbe(type: ProbeType, state: ProbeState, probe: Probe, run: ProbedRun, tick: number): ProbeState {
  const { result } = workerAt(type, state.worker, probe, run, tick + 1);
  return { ...state, passing: result === 'Success', flipTick: nextFlip(type, state.worker, probe, run, tick + 1) };
}
