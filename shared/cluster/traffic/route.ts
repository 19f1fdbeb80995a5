/** Where a second's visitors of one service end up: through which gate, by which rules, at which pod, or lost and why. */
import { hashText } from '../../base/hash.ts';
import { splitEvenly } from '../../base/integers.ts';
import type { Backend, LossReason } from '../../api/world/network.ts';
import type { View } from '../../store/store.ts';
import { gateState } from '../network/gate.ts';
import { answerOf } from './answer.ts';

export interface Rates {
  readonly servedRps: number;
  readonly lostRps: Partial<Record<LossReason, number>>;
  readonly byPod: Record<string, number>;
}

export function routeVisitors(view: View, service: string, arrivingRps: number): Rates {
  const rates = {
    servedRps: 0,
    lostRps: {} as Partial<Record<LossReason, number>>,
    byPod: {} as Record<string, number>,
  };
  const lose = (reason: LossReason, rps: number) => {
    if (rps > 0) rates.lostRps[reason] = (rates.lostRps[reason] ?? 0) + rps;
  };
  if (arrivingRps === 0) return rates;
  const arrivals = new Map<string, Arrivals>();
  for (const { backends, rps } of shareOverRules(view, service, arrivingRps, lose)) {
    if (backends.length === 0) lose('NoEndpoints', rps);
    else splitEvenly(rps, backends.length).forEach((share, index) => send(arrivals, backends[index], share));
  }
  for (const { backend, rps } of arrivals.values()) {
    const { served, reason } = answerOf(view, backend, rps);
    rates.byPod[backend.podUid] = served;
    rates.servedRps += served;
    lose(reason, rps - served);
  }
  return rates;
}

interface Arrivals {
  readonly backend: Backend;
  rps: number;
}

function send(arrivals: Map<string, Arrivals>, backend: Backend | undefined, rps: number): void {
  if (!backend || rps === 0) return;
  const before = arrivals.get(backend.podUid);
  if (before) before.rps += rps;
  else arrivals.set(backend.podUid, { backend, rps });
}

interface RuleShare {
  readonly backends: readonly Backend[];
  rps: number;
}

/** Spreads visitors over the machines that are in turn. Machines whose rules say the same are taken together. */
function shareOverRules(
  view: View,
  service: string,
  arrivingRps: number,
  lose: (reason: LossReason, rps: number) => void,
): readonly RuleShare[] {
  const inTurn = gates(view);
  if (inTurn.length === 0) {
    lose('NoGate', arrivingRps);
    return [];
  }
  const shares = splitEvenly(arrivingRps, inTurn.length, hashText(service) % inTurn.length);
  const byRules = new Map<string, RuleShare>();
  inTurn.forEach(({ name, silent }, index) => {
    const rps = shares[index] ?? 0;
    if (silent) {
      lose('NoRouteToHost', rps);
      return;
    }
    const backends = view.get('ProxyRules', name)?.services[service] ?? [];
    const rules = textOf(backends);
    const share = byRules.get(rules);
    if (share) share.rps += rps;
    else byRules.set(rules, { backends, rps });
  });
  return [...byRules.values()];
}

function gates(view: View): readonly { readonly name: string; readonly silent: boolean }[] {
  return view.keys('Machine').flatMap((name) => {
    const machine = view.get('Machine', name);
    const state = machine ? gateState(view, machine) : 'closed';
    return state === 'closed' ? [] : [{ name, silent: state === 'silent' }];
  });
}

const texts = new WeakMap<readonly Backend[], string>();

/** Rules by what they say, not by which object says it: a restored state holds copies. */
function textOf(backends: readonly Backend[]): string {
  let text = texts.get(backends);
  if (text === undefined) texts.set(backends, (text = backends.map((backend) => backend.podUid).join(' ')));
  return text;
}
