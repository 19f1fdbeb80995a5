/**
 * CPU limits: the kernel (CFS) gives a container so much CPU in each period of 100 ms, and lets it stand still for the
 * rest. Whoever needs more is not killed, but slow. Source: kernel Documentation/scheduler/sched-bwc.
 */
import { ceilDiv, floorDiv } from '../../base/integers.ts';
import type { Container } from '../../api/pod.ts';
import { parseMilli } from '../../api/quantity.ts';
import type { Program } from '../../api/world/image.ts';

/** Of a program that does not say: CPU time that one request takes. Ours. */
const REQUEST_MS = 20;
/** Source: pkg/kubelet/cm, QuotaPeriod. */
const PERIOD_MS = 100;

export function neededMilli({ cpuMilli, capacityRps }: Program): number {
  return cpuMilli ?? capacityRps * REQUEST_MS;
}

/** Its limit, where that is less than it needs at its full pace; null where nothing holds it back. */
export function tightLimitMilli(program: Program, { resources }: Container): number | null {
  const limit = resources.limits.cpu;
  if (limit === undefined) return null;
  const limitMilli = Math.max(1, parseMilli(limit));
  return limitMilli < neededMilli(program) ? limitMilli : null;
}

/** Requests per second that are left of its pace. */
export function pacedRps(program: Program, container: Container): number {
  const limitMilli = tightLimitMilli(program, container);
  if (limitMilli === null || program.capacityRps === 0) return program.capacityRps;
  return Math.max(1, floorDiv(program.capacityRps * limitMilli, neededMilli(program)));
}

/** How long its start takes: it is all work. */
export function pacedStartTicks(program: Program, container: Container): number {
  const limitMilli = tightLimitMilli(program, container);
  if (limitMilli === null) return program.startTicks;
  return ceilDiv(program.startTicks * neededMilli(program), limitMilli);
}

/** How long the answer to one request takes when no other waits: its work, and the periods for which it stands still. */
export function answerMs(program: Program, container: Container): number {
  const workMs = program.capacityRps === 0 ? 0 : ceilDiv(neededMilli(program), program.capacityRps);
  const limitMilli = tightLimitMilli(program, container);
  // One thread never uses up the quota of a whole core.
  if (limitMilli === null || workMs === 0 || limitMilli >= 1000) return workMs;
  const fullPeriods = ceilDiv(workMs * 1000, limitMilli * PERIOD_MS) - 1;
  return fullPeriods * PERIOD_MS + workMs - floorDiv(fullPeriods * limitMilli * PERIOD_MS, 1000);
}
