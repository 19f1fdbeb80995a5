/** The sentence of a FailedScheduling event. Source: framework/types.go, FitError; preemption/preemption.go. */
import { byCodeUnit } from '../../base/order.ts';
import type { Refusal } from './framework.ts';

/** `0/3 nodes are available: 1 Insufficient cpu, 2 node(s) were unschedulable.`: reasons counted, then sorted as text. */
function availability(nodes: number, reasons: Iterable<string>): string {
  const counts = new Map<string, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const parts = [...counts].map(([reason, count]) => `${count} ${reason}`).sort(byCodeUnit);
  return `0/${nodes} nodes are available:${parts.length === 0 ? '' : ` ${parts.join(', ')}.`}`;
}

/**
 * One refusal for each node. The second sentence is that of the plugins which then look for a way out: no resource
 * claims to take back, and, as all pods are of one priority, nobody to preempt.
 */
export function fitErrorMessage(refusals: readonly Refusal[]): string {
  if (refusals.length === 0) return 'no nodes available to schedule pods';
  const nodes = refusals.length;
  const reasons = availability(
    nodes,
    refusals.flatMap((refusal) => refusal.reasons),
  );
  const preemption = availability(
    nodes,
    refusals.map(({ code }) =>
      code === 'Unschedulable'
        ? 'No preemption victims found for incoming pod'
        : 'Preemption is not helpful for scheduling',
    ),
  );
  return `${reasons} no new claims to deallocate, preemption: ${preemption}`;
}
