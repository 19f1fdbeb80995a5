/** Which seat a newcomer gets: the first free one that is of use. Who finds none is a builder, which needs no seat. */
import type { View } from '../../shared/store/store.ts';

const RANK = { scheduler: 0, 'controller-manager': 1, kubelet: 2 } as const;

export function firstFreeSeat(view: View): string | null {
  let best: { readonly key: string; readonly rank: number } | null = null;
  for (const key of view.keys('Seat')) {
    const seat = view.get('Seat', key);
    if (!seat || seat.holder !== null) continue;
    const rank = RANK[seat.role];
    if (best === null || rank < best.rank) best = { key, rank };
  }
  return best?.key ?? null;
}
