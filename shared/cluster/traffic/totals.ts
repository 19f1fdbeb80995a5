/** What a stream of requests has added up to at a tick: the totals so far, plus the rates since then. */
import { LOSS_REASONS, type LossCounts, type Traffic } from '../../api/world/network.ts';

export interface TrafficTotals {
  readonly served: number;
  readonly lost: number;
  readonly lostByReason: LossCounts;
  /** Served and lost: whoever came. */
  readonly offered: number;
}

export function totalsAt(traffic: Traffic, tick: number): TrafficTotals {
  const ticks = tick - traffic.sinceTick;
  const served = traffic.servedTotal + traffic.servedRps * ticks;
  const lostByReason: Record<string, number> = {};
  let lost = 0;
  for (const reason of LOSS_REASONS) {
    const count = (traffic.lostTotal[reason] ?? 0) + (traffic.lostRps[reason] ?? 0) * ticks;
    if (count > 0) lostByReason[reason] = count;
    lost += count;
  }
  return { served, lost, lostByReason, offered: served + lost };
}

export function sumOfLosses(losses: LossCounts): number {
  let sum = 0;
  for (const reason of LOSS_REASONS) sum += losses[reason] ?? 0;
  return sum;
}
