/** Why a pod waits, or where it would go: every node against every plugin, for the scheduler's panel. Pure. */
import type { Pod } from '../../api/pod.ts';
import type { View } from '../../store/store.ts';
import { bestRows, scoreColumns, totalsOf, type ScoreColumn } from './evaluate.ts';
import { fitErrorMessage } from './fit-error.ts';
import type { Refusal, RefusalCode } from './framework.ts';
import { nodeInfos, type NodeInfo, type Requested } from './node-info.ts';
import { FILTERS } from './registry.ts';

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
}

export function explainPod(view: View, podKey: string): PodExplanation | null {
  const pod = view.get('Pod', podKey);
  if (!pod) return null;
  const all = nodeInfos(view);
  const filters = all.map((node) => verdictsOf(pod, node));
  const refusals = filters.map((verdicts) => verdicts.find(({ code }) => code !== null));
  const feasible = all.filter((_, index) => refusals[index] === undefined);
  const columns = scoreColumns(pod, feasible, all);
  const totals = totalsOf(columns, feasible.length);
  const best = new Set(bestRows(totals));
  const nodes = all.map((info, index): NodeExplanation => {
    const row = feasible.indexOf(info);
    return {
      node: info.node.metadata.name,
      fits: row >= 0,
      filters: filters[index] ?? [],
      requested: info.requested,
      scores: row < 0 ? [] : columns.map((column) => scoreOf(column, row)),
      total: totals[row] ?? null,
      best: best.has(row),
    };
  });
  return { pod: podKey, nodes, message: feasible.length > 0 ? null : fitErrorMessage(refusals.flatMap(asRefusal)) };
}

function verdictsOf(pod: Pod, node: NodeInfo): readonly FilterVerdict[] {
  return FILTERS.map(({ name, filter }) => ({ plugin: name, ...(filter(pod, node) ?? { code: null, reasons: [] }) }));
}

function scoreOf({ plugin, weight, raw, normalized }: ScoreColumn, row: number): PluginScore {
  const score = normalized[row] ?? 0;
  return { plugin, raw: raw[row] ?? 0, normalized: score, weight, weighted: weight * score };
}

function asRefusal(verdict: FilterVerdict | undefined): Refusal[] {
  return verdict?.code ? [{ code: verdict.code, reasons: verdict.reasons }] : [];
}
