/** Why a pod waits, or where it would go: every node against every plugin, for the scheduler's panel. Pure. */
import type { Pod } from '../../api/pod.ts';
import type { SchedulerPolicy } from '../../api/world/scheduler-policy.ts';
import type { View } from '../../store/store.ts';
import { clusterInfo, type ClusterInfo } from './cluster-info.ts';
import { bestRows, judgeOf, scoreColumns, totalsOf, type ScoreColumn } from './evaluate.ts';
import { fitErrorMessage } from './fit-error.ts';
import { isRefusal, type RefusalCode } from './framework.ts';
import type { NodeInfo, Requested } from './node-info.ts';
import { wayOut } from './preemption.ts';
import { FILTERS } from './registry.ts';
import { diagnose } from './schedule.ts';

export interface FilterVerdict {
  readonly plugin: string;
  /** Null: it lets the pod pass. */
  readonly code: RefusalCode | null;
  readonly reasons: readonly string[];
}

export interface PluginScore {
  readonly plugin: string;
  readonly raw: number;
  readonly normalized: number;
  readonly weight: number;
  readonly weighted: number;
}

export interface NodeExplanation {
  readonly node: string;
  readonly fits: boolean;
  /** All filters, also those that the real scheduler no longer asks after the first refusal. */
  readonly filters: readonly FilterVerdict[];
  readonly requested: Requested;
  /** Only nodes that fit are scored. */
  readonly scores: readonly PluginScore[];
  readonly total: number | null;
  /** Has the highest total; several of them draw lots. */
  readonly best: boolean;
}

export interface PodExplanation {
  readonly pod: string;
  readonly nodes: readonly NodeExplanation[];
  /** The words of its FailedScheduling event, were it tried now; null when it fits somewhere. */
  readonly message: string | null;
  /** By which weights and strategy. */
  readonly policy: SchedulerPolicy;
  /** Who would have to leave where, so that it fits; null when nobody could or need. */
  readonly preemption: { readonly node: string; readonly victims: readonly string[] } | null;
}

export function explainPod(view: View, podKey: string): PodExplanation | null {
  const pod = view.get('Pod', podKey);
  if (!pod) return null;
  const cluster = clusterInfo(view);
  const judge = judgeOf(pod, cluster);
  const feasible = cluster.nodes.filter((node) => judge(node) === null);
  const scored = scoreColumns(pod, feasible, cluster);
  const columns = 'error' in scored ? [] : scored.columns;
  const totals = totalsOf(columns, feasible.length);
  const best = new Set(bestRows(totals));
  const verdicts = verdictsFor(pod, cluster);
  const nodes = cluster.nodes.map((info): NodeExplanation => {
    const row = feasible.indexOf(info);
    return {
      node: info.node.metadata.name,
      fits: row >= 0,
      filters: verdicts(info),
      requested: info.requested,
      scores: row < 0 ? [] : columns.map((column) => scoreOf(column, row)),
      total: totals[row] ?? null,
      best: best.has(row),
    };
  });
  return { pod: podKey, nodes, policy: cluster.policy, ...outlook(view, pod, cluster, feasible.length > 0) };
}

function outlook(
  view: View,
  pod: Pod,
  cluster: ClusterInfo,
  isFitting: boolean,
): Pick<PodExplanation, 'message' | 'preemption'> {
  if (isFitting) return { message: null, preemption: null };
  const diagnosis = diagnose(pod, cluster);
  const way = wayOut(view, pod, cluster, diagnosis);
  const preemption =
    way.type === 'candidate'
      ? { node: way.candidate.node, victims: way.candidate.victims.map(({ metadata }) => metadata.name) }
      : null;
  return { message: fitErrorMessage(diagnosis.refusals, way), preemption };
}

function verdictsFor(pod: Pod, cluster: ClusterInfo): (node: NodeInfo) => readonly FilterVerdict[] {
  const filters = FILTERS.map(({ name, preFilter }) => ({ name, answer: preFilter(pod, cluster) }));
  return (node) =>
    filters.map(({ name, answer }) => {
      const refusal = answer === null ? null : isRefusal(answer) ? answer : answer.judge(node);
      return { plugin: name, ...(refusal ?? { code: null, reasons: [] }) };
    });
}

function scoreOf({ plugin, weight, raw, normalized }: ScoreColumn, row: number): PluginScore {
  const score = normalized[row] ?? 0;
  return { plugin, raw: raw[row] ?? 0, normalized: score, weight, weighted: weight * score };
}
