/** Whether trying again would help a pod that was set aside: it fits now, or could make room. */
import type { Pod } from '../../api/pod.ts';
import type { ClusterInfo } from './cluster-info.ts';
import { judgeOf } from './evaluate.ts';
import type { NodeInfo } from './node-info.ts';
import { couldMakeRoom, mayLookForRoom } from './preemption.ts';

/** On any of these nodes. */
export function isHelpedBy(nodes: readonly NodeInfo[], pod: Pod, cluster: ClusterInfo): boolean {
  const judge = judgeOf(pod, cluster);
  const full: NodeInfo[] = [];
  for (const node of nodes) {
    const refusal = judge(node);
    if (refusal === null) return true;
    if (refusal.code === 'Unschedulable') full.push(node);
  }
  return full.length > 0 && mayLookForRoom(pod, cluster) && full.some((node) => couldMakeRoom(pod, node, cluster));
}
