/** The sentence of a FailedScheduling event. Source: framework/types.go, FitError; preemption/preemption.go. */
import { byCodeUnit } from '../../base/order.ts';
import type { Refusal } from './framework.ts';
import type { WayOut } from './preemption.ts';

/** `0/3 nodes are available: 1 Insufficient cpu, 2 node(s) were unschedulable.`: reasons counted, then sorted as text. */
function availability(nodes: number, reasons: Iterable<string>): string {
  const counts = new Map<string, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const parts = [...counts].map(([reason, count]) => `${count} ${reason}`).sort(byCodeUnit);
  return `0/${nodes} nodes are available:${parts.length === 0 ? '' : ` ${parts.join(', ')}.`}`;
}

/**
 * One refusal for each node, by its name. The second sentence is that of the plugins which then look for a way out: no
 * resource claims to take back, and what preemption says. It is left out when preemption makes room.
 */
export function fitErrorMessage(refusals: ReadonlyMap<string, Refusal>, way: WayOut): string {
  if (refusals.size === 0) return 'no nodes available to schedule pods';
  const reasons = availability(
    refusals.size,
    [...refusals.values()].flatMap((refusal) => refusal.reasons),
  );
  if (way.type === 'candidate') return reasons;
  const preemption = way.type === 'ineligible' ? way.why : inVain(refusals, way.refusals);
  return `${reasons} no new claims to deallocate, preemption: ${preemption}`;
}

function inVain(refusals: ReadonlyMap<string, Refusal>, tried: ReadonlyMap<string, Refusal>): string {
  const reasons = [...refusals.keys()].flatMap(
    (node) => tried.get(node)?.reasons ?? ['Preemption is not helpful for scheduling'],
  );
  return availability(refusals.size, reasons);
}
