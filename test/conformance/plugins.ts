/** Asks one plugin of the scheduler, as a cycle does. */
import { isDeepStrictEqual } from 'node:util';
import type { Pod } from '../../shared/api/pod.ts';
import type { ClusterInfo } from '../../shared/cluster/scheduler/cluster-info.ts';
import { prepare } from '../../shared/cluster/scheduler/evaluate.ts';
import {
  isRefusal,
  type FilterPlugin,
  type Nodes,
  type Refusal,
  type ScorePlugin,
} from '../../shared/cluster/scheduler/framework.ts';

export interface PluginStatus {
  readonly code: string;
  readonly reasons: readonly string[];
}

export const SUCCESS: PluginStatus = { code: 'Success', reasons: [] };
const SKIP: PluginStatus = { code: 'Skip', reasons: [] };

export const statusOf = (refusal: Refusal | null): PluginStatus =>
  refusal ? { code: refusal.code, reasons: refusal.reasons } : SUCCESS;

export function preFilterStatus(plugin: FilterPlugin, pod: Pod, cluster: ClusterInfo): PluginStatus {
  const answer = plugin.preFilter(pod, cluster);
  if (answer === null) return SKIP;
  return isRefusal(answer) ? statusOf(answer) : SUCCESS;
}

/** Each node's answer, by the plugin's own filter. */
export function statuses(plugin: FilterPlugin, pod: Pod, cluster: ClusterInfo): readonly PluginStatus[] {
  const prepared = prepare(pod, cluster, [plugin]);
  return cluster.nodes.map((node) => {
    for (const { judge } of prepared) {
      const refusal = judge(node);
      if (refusal) return statusOf(refusal);
    }
    return SUCCESS;
  });
}

export type Scores = readonly { readonly name: string; readonly score: number }[];

export interface ScoreAnswer {
  readonly preScoreStatus: PluginStatus;
  readonly scores: Scores | null;
}

export function scores(
  plugin: ScorePlugin,
  pod: Pod,
  cluster: ClusterInfo,
  feasible: Nodes = cluster.nodes,
): ScoreAnswer {
  const scorer = plugin.preScore(pod, cluster, feasible);
  if (scorer === null) return { preScoreStatus: SKIP, scores: null };
  if ('error' in scorer) return { preScoreStatus: { code: 'Error', reasons: [scorer.error] }, scores: null };
  const raw = feasible.map(scorer.score);
  return { preScoreStatus: SUCCESS, scores: named(feasible, scorer.normalize ? scorer.normalize(raw) : raw) };
}

export function named(nodes: Nodes, values: readonly number[]): Scores {
  return nodes.map(({ node }, row) => ({ name: node.metadata.name, score: values[row] ?? 0 }));
}

/** A plugin with nothing to say gives every node the same nothing. */
export function scoresOrZero(answer: ScoreAnswer, nodes: Nodes): Scores {
  return (
    answer.scores ??
    named(
      nodes,
      nodes.map(() => 0),
    )
  );
}

/** A status' reasons are a set. */
export function isSameStatus(expected: PluginStatus, got: PluginStatus): boolean {
  return expected.code === got.code && isDeepStrictEqual([...expected.reasons].sort(), [...got.reasons].sort());
}
