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

/** How far the first so many shares lie apart: the standard deviation, which of two is half of their distance. */
function deviation(shares: readonly number[], count: number): number {
  if (count === 2) return Math.abs(((shares[0] ?? 0) - (shares[1] ?? 0)) / 2);
  if (count < 2) return 0;
  let sum = 0;
  for (let index = 0; index < count; index += 1) sum += shares[index] ?? 0;
  const mean = sum / count;
  let squares = 0;
  for (let index = 0; index < count; index += 1)
    squares += ((shares[index] ?? 0) - mean) * ((shares[index] ?? 0) - mean);
  return Math.sqrt(squares / count);
}

/** 100 when the same share of each resource is asked for. */
function balance(shares: readonly number[], count: number): number {
  return Math.floor((1 - deviation(shares, count)) * MAX_NODE_SCORE);
}

export const balancedAllocation: ScorePlugin = {
  name: 'NodeResourcesBalancedAllocation',
  isLocal: true,
  preScore: (pod, { policy: { resources } }) => {
    const wanted = podRequests(pod.spec);
    if (resources.every(({ name }) => requestOf(wanted, name) === 0)) return null;
    const names = resources.map(({ name }) => name).filter((name) => countsFor(wanted, name));
    // Written over for each node: there may be thousands.
    const before = names.map(() => 0);
    const after = names.map(() => 0);
    return {
      score: ({ node, requested }) => {
        let count = 0;
        // By index: at this place an iterator for each node is felt.
        for (let index = 0; index < names.length; index += 1) {
          const name = names[index] ?? '';
          const capacity = allocatableOf(node.status.allocatable, name);
          if (capacity === 0) continue;
          const taken = requestOf(requested, name);
          before[count] = Math.min(taken / capacity, 1);
          after[count] = Math.min((taken + requestOf(wanted, name)) / capacity, 1);
          count += 1;
        }
        return HALF + Math.trunc((HALF + balance(after, count) - balance(before, count)) / 2);
      },
    };
  },
};
