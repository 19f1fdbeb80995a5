/**
 * NodeResourcesBalancedAllocation: no village whose fields are full while its barns are empty. Since 1.36 it scores the
 * change that the pod makes: 75 when the balance stays as it is, more when it gets better.
 */
import type { ResourceAmounts } from '../../../api/node.ts';
import { podRequests } from '../../../api/pod-requests.ts';
import { MAX_NODE_SCORE, type ScorePlugin } from '../framework.ts';

const HALF = MAX_NODE_SCORE / 2;

type Amounts = Pick<ResourceAmounts, 'cpuMilli' | 'memoryBytes'>;

/** 100 when the same share of each resource is asked for; 100 - half the distance in percent otherwise. */
function balance(requested: Amounts, allocatable: Amounts): number {
  const shares: number[] = [];
  for (const resource of ['cpuMilli', 'memoryBytes'] as const) {
    if (allocatable[resource] > 0) shares.push(Math.min(requested[resource] / allocatable[resource], 1));
  }
  const [first, second] = shares;
  const deviation = first === undefined || second === undefined ? 0 : Math.abs((first - second) / 2);
  return Math.floor((1 - deviation) * MAX_NODE_SCORE);
}

export const balancedAllocation: ScorePlugin = {
  name: 'NodeResourcesBalancedAllocation',
  weight: 1,
  preScore: (pod) => {
    const { cpuMilli, memoryBytes } = podRequests(pod.spec);
    if (cpuMilli === 0 && memoryBytes === 0) return null;
    return ({ node: { status }, requested }) => {
      const before = balance(requested, status.allocatable);
      const sum = { cpuMilli: requested.cpuMilli + cpuMilli, memoryBytes: requested.memoryBytes + memoryBytes };
      const after = balance(sum, status.allocatable);
      return HALF + Math.trunc((HALF + after - before) / 2);
    };
  },
};
