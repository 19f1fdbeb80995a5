/** Scores of room: balanced, least and most allocated. */
import { isDeepStrictEqual } from 'node:util';
import { schedulerPolicy, type SchedulerPolicy } from '../../../shared/api/world/scheduler-policy.ts';
import { balancedAllocation } from '../../../shared/cluster/scheduler/plugins/node-resources-balanced-allocation.ts';
import { resourcesFitScore } from '../../../shared/cluster/scheduler/plugins/node-resources-fit.ts';
import { cluster, pod, type ClusterJson, type PodJson } from '../objects.ts';
import { named, scores, scoresOrZero } from '../plugins.ts';

type Input = ClusterJson & { readonly pod: PodJson; readonly resources?: SchedulerPolicy['resources'] };

interface Answer {
  readonly configError?: boolean;
  readonly preScoreStatusCode?: string;
  readonly statusCode?: string;
  readonly scores: unknown;
}

/** A policy that the verb would refuse is the player's mistake, and still the score has an answer. */
function fitScore(strategy: SchedulerPolicy['strategy']) {
  return (input: Input): Answer => {
    const { resources = [] } = input;
    const isAccepted = schedulerPolicy.safeParse({ strategy, resources }).success;
    const whole = cluster(input, { strategy, resources });
    const { preScoreStatus, scores: found } = scores(resourcesFitScore, pod(input.pod), whole);
    const zeros = named(whole.nodes, []);
    return {
      configError: !isAccepted,
      preScoreStatusCode: preScoreStatus.code,
      statusCode: preScoreStatus.code,
      scores: isAccepted ? (found ?? zeros) : null,
    };
  };
}

export const adapters = {
  'LeastAllocated.score': fitScore('LeastAllocated'),
  'MostAllocated.score': fitScore('MostAllocated'),
  'BalancedAllocation.score': (input: Input & { readonly runPreScore: boolean }) => {
    const whole = cluster(input, { resources: input.resources ?? [] });
    const answer = scores(balancedAllocation, pod(input.pod), whole);
    return input.runPreScore
      ? { preScoreStatusCode: answer.preScoreStatus.code, scores: answer.scores }
      : { preScoreStatusCode: 'Success', scores: scoresOrZero(answer, whole.nodes) };
  },
};

/** What was not noted of a case is not compared. */
const isAsNoted = (expected: Answer, got: Answer): boolean =>
  Object.entries(expected).every(([key, value]) => isDeepStrictEqual(value, got[key as keyof Answer]));

export const comparers = {
  'LeastAllocated.score': isAsNoted,
  'MostAllocated.score': isAsNoted,
  'BalancedAllocation.score': isAsNoted,
};

/** Devices by resource claim: an alpha gate. */
export const leftOut = ['DRA'];
