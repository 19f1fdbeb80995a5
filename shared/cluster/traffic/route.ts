/** Where a second's visitors of one service end up: through which gate, by which rules, at which pod, or lost and why. */
import { splitEvenly } from '../../base/integers.ts';
import { byCodeUnit } from '../../base/order.ts';
import { LOSS_REASONS, type Backend, type LossReason } from '../../api/world/network.ts';
import type { View } from '../../store/store.ts';
import { eachGateOf, gatesOf, shareOverGates } from '../network/gate.ts';
import { backendsFrom, isLocalSomewhere } from '../network/rules.ts';
import { answerOf } from './answer.ts';
import type { Reach } from './calls.ts';

export interface Rates {
  readonly servedRps: number;
  readonly lostRps: Partial<Record<LossReason, number>>;
  readonly byPod: Record<string, number>;
  readonly failedByPod: Record<string, number>;
  readonly callsServices: readonly string[];
  readonly callsPods: readonly string[];
}

/** Losses that a program which runs knows of. */
const HEARD_BY_PROGRAM: ReadonlySet<LossReason> = new Set([
  'Overloaded',
  'ServerError',
  'NameNotFound',
  'DependencyFailed',
]);

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
  const gates = isLocalSomewhere(view, service) ? eachGateOf(view) : gatesOf(view);
  for (const { gate, rps } of shareOverGates(gates, arrivingRps)) {
    if (gate.type === 'none') lose('NoGate', rps);
    else if (gate.type === 'silent') lose('NoRouteToHost', rps);
    else {
      const backends = backendsFrom(gate.nodeName, gate.rules, service);
      if (backends.length === 0) lose('NoEndpoints', rps);
      else splitEvenly(rps, backends.length).forEach((share, index) => send(arrivals, backends[index], share));
    }
  }
  let servedRps = 0;
  const reach: Reach = { services: new Set(), pods: new Set() };
  for (const { backend, rps } of arrivals.values()) {
    const { served, lost } = answerOf(view, backend, rps, reach);
    byPod[backend.podUid] = served;
    servedRps += served;
    if (served === rps) continue;
    let failed = 0;
    for (const reason of LOSS_REASONS) {
      lose(reason, lost[reason] ?? 0);
      if (HEARD_BY_PROGRAM.has(reason)) failed += lost[reason] ?? 0;
    }
    if (failed > 0) failedByPod[backend.podUid] = failed;
  }
  const [callsServices, callsPods] = [reach.services, reach.pods].map((names) => [...names].sort(byCodeUnit));
  return { servedRps, lostRps, byPod, failedByPod, callsServices: callsServices ?? [], callsPods: callsPods ?? [] };
}

function send(arrivals: Map<string, Arrivals>, backend: Backend | undefined, rps: number): void {
  if (!backend || rps === 0) return;
  const before = arrivals.get(backend.podUid);
  if (before) before.rps += rps;
  else arrivals.set(backend.podUid, { backend, rps });
}
