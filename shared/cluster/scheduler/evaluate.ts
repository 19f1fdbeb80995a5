/** One pod against the nodes: who refuses it and why, and how the others score. Nodes are told apart by their row. */
import type { Pod } from '../../api/pod.ts';
import type { Nodes, Refusal } from './framework.ts';
import type { NodeInfo } from './node-info.ts';
import { FILTERS, SCORES } from './registry.ts';

export interface NodeRefusal extends Refusal {
  readonly plugin: string;
}

/** The first filter's refusal: later filters are not asked any more. */
export function refusalOf(pod: Pod, node: NodeInfo): NodeRefusal | null {
  for (const { name, filter } of FILTERS) {
    const refusal = filter(pod, node);
    if (refusal) return { plugin: name, ...refusal };
  }
  return null;
}

export function fits(pod: Pod, node: NodeInfo): boolean {
  return refusalOf(pod, node) === null;
}

/** What one plugin gives to each node that fits, in the order of those nodes. */
export interface ScoreColumn {
  readonly plugin: string;
  readonly weight: number;
  readonly raw: readonly number[];
  readonly normalized: readonly number[];
}

/** `all` is what plugins look at as the whole cluster. A plugin with nothing to say (Skip) has no column. */
export function scoreColumns(pod: Pod, feasible: Nodes, all: Nodes): readonly ScoreColumn[] {
  return SCORES.flatMap(({ name, weight, preScore, normalize }): ScoreColumn[] => {
    const score = preScore(pod, all);
    if (!score) return [];
    const raw = feasible.map(score);
    return [{ plugin: name, weight, raw, normalized: normalize ? normalize(raw) : raw }];
  });
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
