/** When a node counts as silent, and what is then written. Source: pkg/controller/nodelifecycle, tryUpdateNodeHealth. */
import { ceilDiv } from '../../../base/integers.ts';
import type { Lease } from '../../../api/lease.ts';
import type { Condition } from '../../../api/meta.ts';
import type { Node, NodeConditionType } from '../../../api/node.ts';
import type { View } from '../../../store/store.ts';
import { leaderOf } from '../../plane/leaders.ts';

/** Oracle: node.nodeMonitorPeriod. */
const MONITOR_PERIOD_TICKS = 5;
/** Oracle: node.nodeMonitorGracePeriod. */
export const GRACE_PERIOD_TICKS = 50;
/** Oracle: node.nodeStartupGracePeriod. */
const STARTUP_GRACE_PERIOD_TICKS = 60;
export const LEASE_NAMESPACE = 'kube-node-lease';
const MONITORED: readonly NodeConditionType[] = ['Ready', 'MemoryPressure', 'DiskPressure', 'PIDPressure'];

/** The controller looks at its nodes every few seconds only, so that it notices on a multiple of its period. */
function nextCheck(tick: number): number {
  return ceilDiv(tick, MONITOR_PERIOD_TICKS) * MONITOR_PERIOD_TICKS;
}

/** From which tick on this heartbeat is too old, for a controller that has watched since `sinceTick`. */
export function silentTick(lease: Lease, sinceTick: number): number {
  return nextCheck(Math.max(lease.spec.renewTick, sinceTick) + GRACE_PERIOD_TICKS);
}

/** It goes by its own clock: what was before it began to lead it has not seen. */
export function watchedSinceTick(view: View): number {
  return leaderOf(view, 'controller-manager')?.leadingSinceTick ?? 0;
}

/** The same for the node; one that never sent a heartbeat has a little longer, from its creation. */
export function nodeSilentTick(view: View, node: Node): number {
  const lease = view.get('Lease', leaseKey(node.metadata.name));
  const sinceTick = watchedSinceTick(view);
  if (lease) return silentTick(lease, sinceTick);
  return nextCheck(Math.max(node.metadata.creationTick, sinceTick) + STARTUP_GRACE_PERIOD_TICKS);
}

export function leaseKey(nodeName: string): string {
  return `${LEASE_NAMESPACE}/${nodeName}`;
}

export type ReportedCondition = Pick<Condition<NodeConditionType>, 'type' | 'status' | 'reason'>;

/** Nothing is known any more, of any condition; what was never reported says so. */
export function silenced<T extends ReportedCondition>(
  conditions: readonly T[],
  tick: number,
): readonly (T | Condition<NodeConditionType>)[] {
  const known = new Map(conditions.map((condition) => [condition.type, condition]));
  const others = conditions.filter((condition) => !MONITORED.includes(condition.type));
  const monitored = MONITORED.map((type) => {
    const current = known.get(type);
    if (current?.status === 'Unknown') return current;
    return {
      type,
      status: 'Unknown' as const,
      reason: current ? 'NodeStatusUnknown' : 'NodeStatusNeverUpdated',
      message: current ? 'Kubelet stopped posting node status.' : 'Kubelet never posted node status.',
      lastTransitionTick: tick,
    };
  });
  return [...monitored, ...others];
}

export function readyStatus(node: Node): Condition['status'] | undefined {
  return node.status.conditions.find((condition) => condition.type === 'Ready')?.status;
}
