/**
 * The scheduling framework: what a plugin is. A filter says whether a pod may stand on a node, a score how well it
 * would stand there. Plugins are pure; each has its own file in plugins/, and registry.ts lists them.
 */
import type { Pod } from '../../api/pod.ts';
import type { ScoreName } from '../../api/world/scheduler-policy.ts';
import type { ClusterInfo } from './cluster-info.ts';
import type { NodeInfo } from './node-info.ts';

/** Oracle: scheduler.maxNodeScore. */
export const MAX_NODE_SCORE = 100;

/** The second kind of refusal would stand even if every other pod left the node: preemption cannot help. */
export type RefusalCode = 'Unschedulable' | 'UnschedulableAndUnresolvable';

export interface Refusal {
  readonly code: RefusalCode;
  /** The real plugin's words, one for each thing that is missing. */
  readonly reasons: readonly string[];
}

export type Nodes = readonly NodeInfo[];

/** What a filter says once it knows the pod: how it judges one node. */
export interface NodeFilter {
  /** Null: the pod may stand there. */
  readonly judge: (node: NodeInfo) => Refusal | null;
  /** It looks at the pods that are there, beside what they ask for together. */
  readonly readsPods?: true;
  /** The only nodes that need be looked at, where the pod itself names them. */
  readonly only?: ReadonlySet<string>;
}

/**
 * What it says of a node hangs on that node and its pods, on what the pod asks for (pod-class.ts), on the policy and on
 * which images lie where: nothing else in the cluster. Then it may be remembered.
 */
interface Locality {
  readonly isLocal: boolean;
}

export interface FilterPlugin extends Locality {
  readonly name: string;
  /** Looks at the whole once. Null where it has nothing to say of this pod (Skip); a refusal is every node's. */
  readonly preFilter: (pod: Pod, cluster: ClusterInfo) => NodeFilter | Refusal | null;
}

export function isRefusal(answer: NodeFilter | Refusal): answer is Refusal {
  return 'code' in answer;
}

/** Something that no pod can be scored with: the whole cycle fails, and is tried again. */
export interface ScoreError {
  readonly error: string;
}

export interface NodeScorer {
  readonly score: (node: NodeInfo) => number;
  /** Brings the scores of the nodes that fit to 0..100. Left out where they are so already. */
  readonly normalize?: (scores: readonly number[]) => readonly number[];
}

export interface ScorePlugin extends Locality {
  readonly name: ScoreName;
  /** Looks at the whole once; null where the plugin has nothing to say (Skip). */
  readonly preScore: (pod: Pod, cluster: ClusterInfo, feasible: Nodes) => NodeScorer | ScoreError | null;
}

export function refuse(code: RefusalCode, ...reasons: readonly string[]): Refusal {
  return { code, reasons };
}

/** The highest becomes 100; with `reverse`, 0. Source: framework/plugins/helper/normalize_score.go. */
export function normalizeByHighest(scores: readonly number[], reverse: boolean): readonly number[] {
  const highest = scores.reduce((most, score) => Math.max(most, score), 0);
  return scores.map((score) => {
    const share = highest === 0 ? 0 : Math.floor((score * MAX_NODE_SCORE) / highest);
    return reverse ? MAX_NODE_SCORE - share : share;
  });
}
