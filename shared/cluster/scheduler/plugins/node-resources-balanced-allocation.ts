/**
 * NodeResourcesBalancedAllocation: no village whose fields are full while its barns are empty. Since 1.36 it scores the
 * change that the pod makes: 75 when the balance stays as it is, more when it gets better.
 */
import { podRequests, type PodRequests } from '../../../api/pod-requests.ts';
import { MAX_NODE_SCORE, type ScorePlugin } from '../framework.ts';
import { allocatableOf, countsFor } from './node-resources-fit.ts';

const HALF = MAX_NODE_SCORE / 2;

function requestOf(requests: PodRequests, resource: string): number {
  if (resource === 'cpu') return requests.cpuMilli;
  return resource === 'memory' ? requests.memoryBytes : (requests.other[resource] ?? 0);
}

/** How far shares lie apart: the standard deviation, which of two is half of their distance. */
function deviation(shares: readonly number[]): number {
  const [first = 0, second = 0] = shares;
  if (shares.length === 2) return Math.abs((first - second) / 2);
  if (shares.length < 2) return 0;
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  return Math.sqrt(shares.reduce((sum, share) => sum + (share - mean) * (share - mean), 0) / shares.length);
}

/** 100 when the same share of each resource is asked for. */
function balance(shares: readonly number[]): number {
  return Math.floor((1 - deviation(shares)) * MAX_NODE_SCORE);
}

export const balancedAllocation: ScorePlugin = {
  name: 'NodeResourcesBalancedAllocation',
  isLocal: true,
  preScore: (pod, { policy: { resources } }) => {
    const wanted = podRequests(pod.spec);
    if (resources.every(({ name }) => requestOf(wanted, name) === 0)) return null;
    const names = resources.map(({ name }) => name).filter((name) => countsFor(wanted, name));
    return {
      score: ({ node, requested }) => {
        const before: number[] = [];
        const after: number[] = [];
        for (const name of names) {
          const capacity = allocatableOf(node.status.allocatable, name);
          if (capacity === 0) continue;
          const taken = requestOf(requested, name);
          before.push(Math.min(taken / capacity, 1));
          after.push(Math.min((taken + requestOf(wanted, name)) / capacity, 1));
        }
        return HALF + Math.trunc((HALF + balance(after) - balance(before)) / 2);
      },
    };
  },
};
