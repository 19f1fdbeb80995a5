/** Where a second's visitors of one service end up: through which gate, by which rules, at which pod, or lost and why. */
import { splitEvenly } from '../../base/integers.ts';
import type { Backend, LossReason } from '../../api/world/network.ts';
import type { View } from '../../store/store.ts';
import { gatesOf, shareOverGates } from '../network/gate.ts';
import { answerOf } from './answer.ts';

export interface Rates {
  readonly servedRps: number;
  readonly lostRps: Partial<Record<LossReason, number>>;
  readonly byPod: Record<string, number>;
  readonly failedByPod: Record<string, number>;
}

/** Losses that a program which runs knows of. */
const HEARD_BY_PROGRAM: ReadonlySet<LossReason> = new Set(['Overloaded', 'ServerError']);

interface Arrivals {
  readonly backend: Backend;
  rps: number;
}

export function routeVisitors(view: View, service: string, arrivingRps: number): Rates {
  const lostRps: Partial<Record<LossReason, number>> = {};
  const byPod: Record<string, number> = {};
  const failedByPod: Record<string, number> = {};
  const lose = (reason: LossReason, rps: number) => {
    if (rps > 0) lostRps[reason] = (lostRps[reason] ?? 0) + rps;
  };
  const arrivals = new Map<string, Arrivals>();
  for (const { gate, rps } of shareOverGates(gatesOf(view), arrivingRps)) {
    if (gate.type === 'none') lose('NoGate', rps);
    else if (gate.type === 'silent') lose('NoRouteToHost', rps);
    else {
      const backends = gate.rules.services[service] ?? [];
      if (backends.length === 0) lose('NoEndpoints', rps);
      else splitEvenly(rps, backends.length).forEach((share, index) => send(arrivals, backends[index], share));
    }
  }
  let servedRps = 0;
  for (const { backend, rps } of arrivals.values()) {
    const { served, reason } = answerOf(view, backend, rps);
    byPod[backend.podUid] = served;
    servedRps += served;
    lose(reason, rps - served);
    if (rps > served && HEARD_BY_PROGRAM.has(reason)) failedByPod[backend.podUid] = rps - served;
  }
  return { servedRps, lostRps, byPod, failedByPod };
}

function send(arrivals: Map<string, Arrivals>, backend: Backend | undefined, rps: number): void {
  if (!backend || rps === 0) return;
  const before = arrivals.get(backend.podUid);
  if (before) before.rps += rps;
  else arrivals.set(backend.podUid, { backend, rps });
}
