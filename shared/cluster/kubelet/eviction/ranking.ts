/** Who has to go first when a node runs out of something. Source: pkg/kubelet/eviction/helpers.go. */
import type { StarvedResource } from './signals.ts';

export interface EvictionCandidate {
  readonly name: string;
  readonly priority: number;
  /** Of what runs out; for processes, their number. */
  readonly usage: number;
  /** What was asked for; nobody asks for processes. */
  readonly request: number;
}

type Order = (a: EvictionCandidate, b: EvictionCandidate) => number;

const overuse = ({ usage, request }: EvictionCandidate): number => usage - request;

const exceedingFirst: Order = (a, b) => Number(overuse(b) > 0) - Number(overuse(a) > 0);
const unimportantFirst: Order = (a, b) => a.priority - b.priority;
const greedyFirst: Order = (a, b) => overuse(b) - overuse(a);

/** First to last to go. Processes are asked for by nobody, so nobody exceeds a request of them. */
export function rankForEviction<T extends EvictionCandidate>(
  candidates: readonly T[],
  resource: StarvedResource,
): readonly T[] {
  const orders =
    resource === 'pids' ? [unimportantFirst, greedyFirst] : [exceedingFirst, unimportantFirst, greedyFirst];
  return [...candidates].sort((a, b) => {
    for (const order of orders) {
      const difference = order(a, b);
      if (difference !== 0) return difference;
    }
    return 0;
  });
}
