/** A town's best and worst hour, read off its outages: the longest time without one, and the longest of them. */
import type { Outage } from '../../../shared/api/world/network.ts';
import type { View } from '../../../shared/store/store.ts';

export interface Stretch {
  readonly fromTick: number;
  readonly ticks: number;
}

export interface Moments {
  /** Null where the session never ran. */
  readonly best: Stretch | null;
  readonly worst: (Stretch & { readonly outage: Outage }) | null;
}

export function momentsOf(view: View): Moments {
  const clock = view.get('Clock', 'clock');
  const start = clock?.startedTick ?? null;
  if (start === null) return { best: null, worst: null };
  const end = clock?.endedTick ?? view.tick;
  const outages = [...view.list('Outage')]
    .map((outage) => ({ outage, fromTick: outage.beganTick, ticks: (outage.endedTick ?? end) - outage.beganTick }))
    .sort((a, b) => a.fromTick - b.fromTick || (a.outage.key < b.outage.key ? -1 : 1));
  let best: Stretch = { fromTick: start, ticks: 0 };
  let soundSince = start;
  for (const { fromTick, ticks } of [...outages, { fromTick: end, ticks: 0 }]) {
    if (fromTick - soundSince > best.ticks) best = { fromTick: soundSince, ticks: fromTick - soundSince };
    soundSince = Math.max(soundSince, fromTick + ticks);
  }
  const worst = outages.reduce<Moments['worst']>((found, one) => (one.ticks > (found?.ticks ?? 0) ? one : found), null);
  return { best, worst };
}
