/** NodeResourcesFit: room is counted by requests, not by use. Its score (LeastAllocated) prefers the emptier node. */
import { podRequests } from '../../../api/pod-requests.ts';
import { MAX_NODE_SCORE, refuse, type FilterPlugin, type ScorePlugin } from '../framework.ts';

const NAME = 'NodeResourcesFit';

export const nodeResourcesFitFilter: FilterPlugin = {
  name: NAME,
  filter: (pod, { node, requested }) => {
    const wanted = podRequests(pod.spec);
    const { allocatable } = node.status;
    const reasons: string[] = [];
    let unresolvable = false;
    if (requested.pods + 1 > allocatable.pods) reasons.push('Too many pods');
    const check = (resource: string, want: number, taken: number, has: number) => {
      if (want === 0 || want <= has - taken) return;
      reasons.push(`Insufficient ${resource}`);
      // Even an empty node is too small for it.
      if (want > has) unresolvable = true;
    };
    check('cpu', wanted.cpuMilli, requested.cpuMilli, allocatable.cpuMilli);
    check('memory', wanted.memoryBytes, requested.memoryBytes, allocatable.memoryBytes);
    if (reasons.length === 0) return null;
    return refuse(unresolvable ? 'UnschedulableAndUnresolvable' : 'Unschedulable', ...reasons);
  },
};

/** Percent of a resource that would be free, rounded down; 0 where it would be over. */
function leastRequested(requested: number, capacity: number): number {
  return requested > capacity ? 0 : Math.floor(((capacity - requested) * MAX_NODE_SCORE) / capacity);
}

/** Mean over CPU and memory, each of weight 1; a resource that the node has none of does not count. */
export const leastAllocated: ScorePlugin = {
  name: NAME,
  weight: 1,
  preScore: (pod) => {
    const wanted = podRequests(pod.spec);
    return ({ node, requested }) => {
      const { cpuMilli, memoryBytes } = node.status.allocatable;
      const scores: number[] = [];
      if (cpuMilli > 0) scores.push(leastRequested(requested.scoredCpuMilli + wanted.scoredCpuMilli, cpuMilli));
      if (memoryBytes > 0)
        scores.push(leastRequested(requested.scoredMemoryBytes + wanted.scoredMemoryBytes, memoryBytes));
      return scores.length === 0 ? 0 : Math.floor(scores.reduce((sum, score) => sum + score, 0) / scores.length);
    };
  },
};
