/** What an outage has cost: all of it where it has ended, and so far where it goes on. */
import type { Outage } from '../../api/world/network.ts';
import type { View } from '../../store/store.ts';
import { totalsAt } from './totals.ts';

/** In requests. */
export function costOf(view: View, outage: Outage): number {
  if (outage.lost !== null) return outage.lost;
  const traffic = view.get('Traffic', outage.serviceKey);
  return traffic ? totalsAt(traffic, view.tick).lost - outage.lostBefore : 0;
}
