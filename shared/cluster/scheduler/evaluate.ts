/** One pod against the nodes: who refuses it and why, and how the others score. Nodes are told apart by their row. */
import { podPriority, type Pod } from '../../api/pod.ts';
import type { ClusterInfo } from './cluster-info.ts';
import { withNode } from './cluster-info.ts';
import { isRefusal, refuse, type FilterPlugin, type Nodes, type Refusal } from './framework.ts';
import { withPod, type NodeInfo } from './node-info.ts';
import { FILTERS, SCORES } from './registry.ts';

export interface NodeRefusal extends Refusal {
  readonly plugin: string;
}

export type Judge = (node: NodeInfo) => NodeRefusal | null;

/** A filter that has been told the pod. */
interface Prepared {
  readonly plugin: string;
  readonly judge: (node: NodeInfo) => Refusal | null;
}

/** Each filter looks at the cluster once. One that has nothing to say of this pod is left out. */
export function prepare(pod: Pod, cluster: ClusterInfo, filters = FILTERS): readonly Prepared[] {
  const prepared: Prepared[] = [];
  for (const { name, preFilter } of filters) {
    const answer = preFilter(pod, cluster);
    if (answer === null) continue;
    if (isRefusal(answer)) return [{ plugin: name, judge: () => answer }];
    const { only, judge } = answer;
    if (only) prepared.unshift({ plugin: name, judge: outside(name, only) });
    prepared.push({ plugin: name, judge });
  }
  return prepared;
}

function outside(name: string, only: ReadonlySet<string>): Prepared['judge'] {
  const refusal = refuse('UnschedulableAndUnresolvable', `node(s) didn't satisfy plugin(s) [${name}]`);
  return ({ node }) => (only.has(node.metadata.name) ? null : refusal);
}

function firstRefusal(prepared: readonly Prepared[], node: NodeInfo): NodeRefusal | null {
  for (const { plugin, judge } of prepared) {
    const refusal = judge(node);
    if (refusal) return { plugin, ...refusal };
  }
  return null;
}

/**
 * The first filter's refusal, of each node that is asked. Where room is being made for pods that matter as much, the
 * pod must fit beside them, and without them, too: they may go elsewhere.
 */
export function judgeOf(pod: Pod, cluster: ClusterInfo, filters: readonly FilterPlugin[] = FILTERS): Judge {
  const prepared = prepare(pod, cluster, filters);
  return (node) => {
    const awaited = awaitedOn(pod, node, cluster);
    if (awaited.length > 0) {
      const crowded = awaited.reduce(withPod, node);
      const refusal = firstRefusal(prepare(pod, withNode(cluster, crowded), filters), crowded);
      if (refusal) return refusal;
    }
    return firstRefusal(prepared, node);
  };
}

function awaitedOn(pod: Pod, { node }: NodeInfo, cluster: ClusterInfo): readonly Pod[] {
  const { uid } = pod.metadata;
  return cluster
    .nominated(node.metadata.name)
    .filter((other) => other.metadata.uid !== uid && podPriority(other) >= podPriority(pod));
}

/** What one plugin gives to each node that fits, in the order of those nodes. */
export interface ScoreColumn {
  readonly plugin: string;
  readonly weight: number;
  readonly raw: readonly number[];
  readonly normalized: readonly number[];
}

export type Scored = { readonly columns: readonly ScoreColumn[] } | { readonly error: string };

/** A plugin with nothing to say (Skip) has no column; neither has one that the policy gives no weight. */
export function scoreColumns(pod: Pod, feasible: Nodes, cluster: ClusterInfo): Scored {
  const columns: ScoreColumn[] = [];
  for (const { name, preScore } of SCORES) {
    const weight = cluster.policy.weights[name];
    const answer = weight === 0 ? null : preScore(pod, cluster, feasible);
    if (answer === null) continue;
    if ('error' in answer) return { error: `running PreScore plugin "${name}": ${answer.error}` };
    const raw = feasible.map(answer.score);
    columns.push({ plugin: name, weight, raw, normalized: answer.normalize ? answer.normalize(raw) : raw });
  }
  return { columns };
}

/** The weighted sum of each node. */
export function totalsOf(columns: readonly ScoreColumn[], count: number): readonly number[] {
  const totals = Array.from({ length: count }, () => 0);
  for (const { weight, normalized } of columns) {
    for (const [row, score] of normalized.entries()) totals[row] = (totals[row] ?? 0) + weight * score;
  }
  return totals;
}

/** The rows with the highest total. */
export function bestRows(totals: readonly number[]): readonly number[] {
  const highest = totals.reduce((most, total) => Math.max(most, total), -1);
  return totals.flatMap((total, row) => (total === highest ? [row] : []));
}

export function refusalOf(pod: Pod, node: NodeInfo, cluster: ClusterInfo): NodeRefusal | null {
  return judgeOf(pod, cluster)(node);
}
