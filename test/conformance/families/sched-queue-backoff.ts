/** How long a pod waits for its next attempt, and how many nodes an attempt looks at. */
import { backoffEndOf, backoffOf } from '../../../shared/cluster/scheduler/backoff.ts';
import { feasibleNodesToFind } from '../../../shared/cluster/scheduler/sampling.ts';

interface BackoffTime {
  readonly timestamp: string;
  readonly unschedulableCount: number;
  readonly consecutiveErrorsCount: number;
  readonly cachedBackoffExpiration: string;
  readonly initialBackoffNs: number;
  readonly maxBackoffNs: number;
}

const NS_PER_MS = 1_000_000;
/** Go's time of nothing. */
const NEVER = '0001-01-01T00:00:00Z';

const written = (ms: number) => new Date(ms).toISOString().replace(/\.?0*Z$/, 'Z');

export const adapters = {
  'backoffQueue.calculateBackoffDuration': (input: {
    readonly count: number;
    readonly initialBackoffNs: number;
    readonly maxBackoffNs: number;
  }) => ({ backoffNs: backoffOf(input.count, input.initialBackoffNs, input.maxBackoffNs) }),
  'backoffQueue.getBackoffTime': (input: BackoffTime) => {
    // Ours is worked out anew each time it is asked for; what was worked out before stands.
    if (input.cachedBackoffExpiration !== NEVER) return { expiresAt: input.cachedBackoffExpiration };
    const entry = {
      sinceTick: Date.parse(input.timestamp),
      attempts: input.unschedulableCount,
      errors: input.consecutiveErrorsCount,
    };
    const end = backoffEndOf(entry, input.initialBackoffNs / NS_PER_MS, input.maxBackoffNs / NS_PER_MS);
    return { expiresAt: end === null ? NEVER : written(end) };
  },
  'scheduler.numFeasibleNodesToFind': (input: {
    readonly numAllNodes: number;
    readonly globalPercentage: number;
    readonly profilePercentage?: number | null;
  }) => ({ numNodes: feasibleNodesToFind(input.numAllNodes, input.profilePercentage ?? input.globalPercentage) }),
};
