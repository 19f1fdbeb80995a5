/** Why a pod waits, or where it would go: every node against every plugin, for the scheduler's panel. Pure. */
import type { View } from '../../store/store.ts';
import { bestOf, scoreNodes, type PluginScore } from './evaluate.ts';
import { fitErrorMessage } from './fit-error.ts';
import type { RefusalCode } from './framework.ts';
import { nodeInfos, type Requested } from './node-info.ts';
import { FILTERS } from './registry.ts';

export interface FilterVerdict {
  readonly plugin: string;
  /** Null: it lets the pod pass. */
  readonly code: RefusalCode | null;
  readonly reasons: readonly string[];
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
  const filters = all.map((node) =>
    FILTERS.map(({ name, filter }): FilterVerdict => ({
      plugin: name,
      ...(filter(pod, node) ?? { code: null, reasons: [] }),
    })),
  );
  const firstRefusals = filters.map((verdicts) => verdicts.find(({ code }) => code !== null));
  const feasible = all.filter((_, row) => firstRefusals[row] === undefined);
  const scores = new Map(scoreNodes(pod, feasible, all).map((score) => [score.node, score]));
  const best = new Set(bestOf([...scores.values()]).map(({ node }) => node));
  const nodes = all.map((info, row): NodeExplanation => {
    const score = scores.get(info);
    return {
      node: info.node.metadata.name,
      fits: score !== undefined,
      filters: filters[row] ?? [],
      requested: info.requested,
      scores: score?.byPlugin ?? [],
      total: score?.total ?? null,
      best: best.has(info),
    };
  });
  const refusals = firstRefusals.flatMap((verdict) =>
    verdict?.code ? [{ code: verdict.code, reasons: verdict.reasons }] : [],
  );
  return { pod: podKey, nodes, message: feasible.length > 0 ? null : fitErrorMessage(refusals) };
}
