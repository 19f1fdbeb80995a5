/**
 * The scheduling framework: what a plugin is. A filter says whether a pod may stand on a node, a score how well it
 * would stand there. Plugins are pure; each has its own file in plugins/, and registry.ts lists them.
 */
import type { Pod } from '../../api/pod.ts';
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

/** All nodes, in the order of their names. */
export type Nodes = readonly NodeInfo[];

export interface FilterPlugin {
  readonly name: string;
  /** Null: the pod may stand there. */
  readonly filter: (pod: Pod, node: NodeInfo) => Refusal | null;
}

export interface ScorePlugin {
  readonly name: string;
  readonly weight: number;
  /** Looks at the whole once and gives back what scores one node; null where the plugin has nothing to say (Skip). */
  readonly preScore: (pod: Pod, nodes: Nodes) => ((node: NodeInfo) => number) | null;
  /** Brings the scores of the nodes that fit to 0..100. Left out where they are so already. */
  readonly normalize?: (scores: readonly number[]) => readonly number[];
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
