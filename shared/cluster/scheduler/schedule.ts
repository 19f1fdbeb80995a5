/** One scheduling cycle: which node a pod gets, or why none. Pure: the same view and nodes give the same answer. */
import { must } from '../../base/assert.ts';
import type { Pod } from '../../api/pod.ts';
import type { View } from '../../store/store.ts';
import { draw } from '../world.ts';
import type { ClusterInfo } from './cluster-info.ts';
import { bestRows, judgeOf, scoreColumns, totalsOf, type Judge, type NodeRefusal } from './evaluate.ts';
import type { Nodes } from './framework.ts';
import type { NodeInfo } from './node-info.ts';
import { feasibleNodesToFind } from './sampling.ts';
import { knownVerdicts } from './verdict-book.ts';
import type { Verdicts } from './verdicts.ts';

/** `error`: it fits, but nobody could say where best. */
export type Choice = { readonly node: string } | { readonly error: string } | null;

/** Null when the pod fits nowhere. Equals draw lots, so that nobody is always the first. */
export function chooseNode(view: View, pod: Pod, cluster: ClusterInfo): Choice {
  const verdicts = knownVerdicts(view, pod, cluster);
  return verdicts ? chooseByVerdicts(view, pod, cluster, verdicts) : chooseByAsking(view, pod, cluster);
}

/** The same choice as by asking every plugin about every node. */
function chooseByVerdicts(view: View, pod: Pod, cluster: ClusterInfo, verdicts: Verdicts): Choice {
  const { nodes } = cluster;
  const { start, enough } = searchOf(view, pod, cluster);
  const feasible = verdicts.fitting(nodes, start, enough);
  if (feasible.length === 0) return null;
  const best = verdicts.best(feasible);
  return { node: must(nodes[drawn(view, pod, best)], 'the best node').node.metadata.name };
}

/** The way that is right for every pod, and as long as the cluster is large. */
export function chooseByAsking(view: View, pod: Pod, cluster: ClusterInfo): Choice {
  const feasible = findFeasible(view, pod, cluster);
  const [only] = feasible;
  if (only === undefined) return null;
  if (feasible.length === 1) return { node: only.node.metadata.name };
  const scored = scoreColumns(pod, feasible, cluster);
  if ('error' in scored) return scored;
  const best = bestRows(totalsOf(scored.columns, feasible.length));
  return { node: must(feasible[drawn(view, pod, best)], 'the best node').node.metadata.name };
}

function drawn(view: View, pod: Pod, best: ArrayLike<number>): number {
  const winner = best.length === 1 ? 0 : draw(view, best.length, `scheduler/tie/${pod.metadata.uid}`);
  return must(best[winner], 'the best row');
}

function findFeasible(view: View, pod: Pod, cluster: ClusterInfo): Nodes {
  const { nodes } = cluster;
  const judge = judgeOf(pod, cluster);
  const awaiting = nominatedNode(pod, nodes, judge);
  if (awaiting) return [awaiting];
  const { start, enough } = searchOf(view, pod, cluster);
  const feasible: NodeInfo[] = [];
  for (let step = 0; step < nodes.length && feasible.length < enough; step += 1) {
    const node = must(nodes[(start + step) % nodes.length], 'a node');
    if (judge(node) === null) feasible.push(node);
  }
  return feasible;
}

interface Search {
  /** Begins anywhere, so that not always the same nodes are looked at. */
  readonly start: number;
  /** Stops when so many nodes fit. */
  readonly enough: number;
}

function searchOf(view: View, pod: Pod, { nodes: { length }, policy }: ClusterInfo): Search {
  const enough = feasibleNodesToFind(length, policy.percentageOfNodesToScore);
  return { enough, start: enough >= length ? 0 : draw(view, length, `scheduler/start/${pod.metadata.uid}`) };
}

/** Where room was made for it, it goes as soon as it fits there. */
function nominatedNode({ status: { nominatedNodeName } }: Pod, nodes: Nodes, judge: Judge): Nodes[number] | undefined {
  if (nominatedNodeName === undefined) return undefined;
  const nominated = nodes.find(({ node }) => node.metadata.name === nominatedNodeName);
  return nominated && judge(nominated) === null ? nominated : undefined;
}

export interface Diagnosis {
  readonly fitting: readonly string[];
  /** By the name of the node. */
  readonly refusals: ReadonlyMap<string, NodeRefusal>;
}

/** Which nodes a pod fits on, and why it does not on the others. */
export function diagnose(pod: Pod, cluster: ClusterInfo): Diagnosis {
  const judge = judgeOf(pod, cluster);
  const fitting: string[] = [];
  const refusals = new Map<string, NodeRefusal>();
  for (const node of cluster.nodes) {
    const refusal = judge(node);
    if (refusal) refusals.set(node.node.metadata.name, refusal);
    else fitting.push(node.node.metadata.name);
  }
  return { fitting, refusals };
}
