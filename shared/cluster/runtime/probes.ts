/**
 * Probes of a running container. Its health changes once in a run, when its program begins to answer, so all that its
 * probes will find follows from the start: only the ticks at which a conclusion flips are kept.
 */
import type { Probe } from '../../api/pod.ts';
import type { ProbeState, ProbeWorker } from '../../api/world/sandbox.ts';
import { doProbe, workerForNewContainer, type ProbeFrame, type ProbeType } from './probe-worker.ts';

/** One run of a container, as its probes see it. */
export interface ProbedRun {
  readonly beganTick: number;
  /** From then on its probes succeed; null when they never do (nothing listens on that port). */
  readonly healthyTick: number | null;
  /** When it counts as started. Its startup probe asks until then, the others after it; null while that is never. */
  readonly startedTick: number | null;
  /** The probe itself fails: it knocks at a port that the container does not name. That says nothing of it. */
  readonly asksNobody?: boolean;
}

/** *Simplified*: the real worker's rhythm has its own phase; ours begins with the container. */
function probeTick(probe: Probe, run: ProbedRun, index: number): number {
  return run.beganTick + Math.max(probe.initialDelaySeconds, 1) + index * probe.periodSeconds;
}

const isHealthyAt = (run: ProbedRun, tick: number): boolean => run.healthyTick !== null && tick >= run.healthyTick;

/** Of the probes before `tick`: how many there were. */
function countBefore(probe: Probe, run: ProbedRun, tick: number): number {
  return Math.max(0, Math.ceil((tick - probeTick(probe, run, 0)) / probe.periodSeconds));
}

/** Index of the first probe that asks; null when none ever does. A startup probe asks at once. */
function firstIndex(type: ProbeType, probe: Probe, run: ProbedRun): number | null {
  if (run.asksNobody) return null;
  if (type === 'Startup') return 0;
  return run.startedTick === null ? null : countBefore(probe, run, run.startedTick + 1);
}

/** Beyond so many equal outcomes a worker has nothing new to conclude. */
const decisive = (probe: Probe): number => Math.max(probe.successThreshold, probe.failureThreshold);

/** A running container of a pod that nobody takes down, asked when it is to be asked. */
const ASKED: Omit<ProbeFrame, 'outcome' | 'started'> = {
  podIsOver: false,
  podDeleting: false,
  container: 'running',
  willRestart: true,
  delayIsOver: true,
};

function asked(type: ProbeType, worker: ProbeWorker, healthy: boolean, probe: Probe): ProbeWorker {
  const outcome = healthy ? 'Success' : 'Failure';
  return doProbe(type, worker, { ...ASKED, started: type !== 'Startup', outcome }, probe).worker;
}

function repeat(type: ProbeType, worker: ProbeWorker, healthy: boolean, count: number, probe: Probe): ProbeWorker {
  let result = worker;
  for (let index = 0; index < Math.min(count, decisive(probe)); index += 1) {
    result = asked(type, result, healthy, probe);
  }
  return result;
}

/** The worker after all probes before `tick`. Exact up to a run's length beyond what any threshold asks. */
export function workerAt(type: ProbeType, start: ProbeWorker, probe: Probe, run: ProbedRun, tick: number): ProbeWorker {
  const first = firstIndex(type, probe, run);
  if (first === null) return start;
  const all = Math.max(first, countBefore(probe, run, tick));
  const failedUntil = run.healthyTick === null ? all : Math.min(all, countBefore(probe, run, run.healthyTick));
  const failed = Math.max(0, failedUntil - first);
  return repeat(type, repeat(type, start, false, failed, probe), true, all - first - failed, probe);
}

/** The first probe from tick `from` on after which the worker concludes something else; null when it never does. */
function nextFlip(type: ProbeType, start: ProbeWorker, probe: Probe, run: ProbedRun, from: number): number | null {
  const first = firstIndex(type, probe, run);
  if (first === null) return null;
  const all = Math.max(first, countBefore(probe, run, from));
  const { result } = workerAt(type, start, probe, run, from);
  const firstHealthy = run.healthyTick === null ? 0 : countBefore(probe, run, run.healthyTick);
  // Within one stretch of equal health either the first few outcomes flip the result, or none does.
  for (const begin of firstHealthy > all ? [all, firstHealthy] : [all]) {
    let worker = workerAt(type, start, probe, run, probeTick(probe, run, begin));
    for (let index = begin; index < begin + decisive(probe); index += 1) {
      const tick = probeTick(probe, run, index);
      worker = asked(type, worker, isHealthyAt(run, tick), probe);
      if (worker.result !== result) return tick;
    }
  }
  return null;
}

/** The probe of a container that begins to run; `before` is what is left of its last run. */
export function startProbe(type: ProbeType, probe: Probe, before: ProbeWorker | null, run: ProbedRun): ProbeState {
  const worker = workerForNewContainer(type, before);
  const first = firstIndex(type, probe, run);
  const firstTick = first === null && !run.asksNobody ? null : probeTick(probe, run, first ?? 0);
  return {
    worker,
    result: worker.result,
    flipTick: nextFlip(type, worker, probe, run, run.beganTick),
    failTick: firstTick === null || isHealthyAt(run, firstTick) ? null : firstTick,
  };
}

/** When a startup probe that begins now will have passed; null when it fails first, or never ends. */
export function passesTick(probe: Probe, { worker, flipTick }: ProbeState, run: ProbedRun): number | null {
  if (flipTick === null) return null;
  return workerAt('Startup', worker, probe, run, flipTick + 1).result === 'Success' ? flipTick : null;
}

/** The probe after its flip at `tick`. */
export function flipProbe(type: ProbeType, state: ProbeState, probe: Probe, run: ProbedRun, tick: number): ProbeState {
  const { result } = workerAt(type, state.worker, probe, run, tick + 1);
  return { ...state, result, flipTick: nextFlip(type, state.worker, probe, run, tick + 1) };
}

/** A probe between two runs: its worker keeps its count, and believes the worst. */
export function restProbe(type: ProbeType, state: ProbeState, probe: Probe, run: ProbedRun, tick: number): ProbeState {
  const frame: ProbeFrame = { ...ASKED, container: 'terminated', started: true, outcome: 'Error' };
  const { worker } = doProbe(type, workerAt(type, state.worker, probe, run, tick), frame, probe);
  return { worker, result: worker.result, flipTick: null, failTick: null };
}

/** The pod is being taken down: what it is asked about its life is settled now. */
export function quietProbe(type: ProbeType, state: ProbeState | null, probe: Probe | undefined): ProbeState | null {
  if (state === null || probe === undefined) return state;
  const frame: ProbeFrame = { ...ASKED, podDeleting: true, started: type !== 'Startup', outcome: 'Error' };
  const { worker, keepProbing } = doProbe(type, { ...state.worker, result: state.result }, frame, probe);
  return keepProbing ? state : { worker, result: worker.result, flipTick: null, failTick: null };
}
