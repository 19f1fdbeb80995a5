/** How long a pod waits for its next attempt, and how many nodes an attempt looks at. */
import { isDeepStrictEqual } from 'node:util';
import { backoffEndOf, backoffOf } from '../../../shared/cluster/scheduler/backoff.ts';
import { afterFailure, newEntry } from '../../../shared/cluster/scheduler/queue-entry.ts';
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
const NS_PER_SECOND = 1000 * NS_PER_MS;
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
  /** One pod that fails again and again. Where nothing is noted, as the real queue comes. */
  'schedulingQueue.backoffFlow': ({
    initialBackoffNs = NS_PER_SECOND,
    maxBackoffNs = 10 * NS_PER_SECOND,
    attempts = 7,
  }: {
    readonly initialBackoffNs?: number;
    readonly maxBackoffNs?: number;
    readonly attempts?: number;
  }) => {
    let entry = newEntry({ key: 'pod', uid: 'pod' }, 0);
    const waits = Array.from({ length: attempts }, () => {
      entry = afterFailure(entry, 0, '');
      return backoffEndOf(entry, initialBackoffNs, maxBackoffNs);
    });
    return { backoffNs: waits };
  },
  'scheduler.numFeasibleNodesToFind': (input: {
    readonly numAllNodes: number;
    readonly globalPercentage: number;
    readonly profilePercentage?: number | null;
  }) => ({ numNodes: feasibleNodesToFind(input.numAllNodes, input.profilePercentage ?? input.globalPercentage) }),
};

export const comparers = {
  /** The waits, whatever they are called. */
  'schedulingQueue.backoffFlow': (expected: object, got: { readonly backoffNs: readonly number[] }) =>
    isDeepStrictEqual(Object.values(expected).find(Array.isArray), got.backoffNs),
};
