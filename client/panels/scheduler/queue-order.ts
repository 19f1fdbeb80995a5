/** The scheduling queue as the panel lists it: who can be tried now, then who waits out a back-off, then who is set aside. */
import type { Pod } from '../../../shared/api/pod.ts';
import type { QueuedPod } from '../../../shared/api/world/seat.ts';
import { byCodeUnit } from '../../../shared/base/order.ts';
import type { View } from '../../../shared/store/store.ts';

export interface QueueRow {
  readonly key: string;
  readonly pod: Pod;
  readonly entry: QueuedPod;
  /** Since the pod was made. */
  readonly ageTicks: number;
  /** Until it may be tried again; null when it may be now. */
  readonly waitTicks: number | null;
}

const RANK: Readonly<Record<QueuedPod['state'], number>> = { active: 0, backoff: 1, unschedulable: 2 };

export function queueRows(view: View): readonly QueueRow[] {
  const rows: QueueRow[] = [];
  for (const entry of view.list('QueuedPod')) {
    const pod = view.get('Pod', entry.key);
    if (!pod) continue;
    const waitTicks = entry.state === 'active' || entry.untilTick === null ? null : entry.untilTick - view.tick;
    rows.push({ key: entry.key, pod, entry, ageTicks: view.tick - pod.metadata.creationTick, waitTicks });
  }
  return rows.sort(
    (a, b) =>
      RANK[a.entry.state] - RANK[b.entry.state] ||
      (a.waitTicks ?? a.entry.sinceTick) - (b.waitTicks ?? b.entry.sinceTick) ||
      byCodeUnit(a.key, b.key),
  );
}
