/** One pod against the nodes: who refuses it and why, and how the others score. */
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

export interface PluginScore {
  readonly plugin: string;
  readonly raw: number;
  readonly normalized: number;
  readonly weight: number;
  readonly weighted: number;
}

export interface NodeScore {
  readonly node: NodeInfo;
  readonly total: number;
  readonly byPlugin: readonly PluginScore[];
}

/** Scores of the nodes that fit, in their order. `all` is what plugins look at as the whole cluster. */
export function scoreNodes(pod: Pod, feasible: Nodes, all: Nodes): readonly NodeScore[] {
  const columns = SCORES.flatMap(({ name, weight, preScore, normalize }) => {
    const score = preScore(pod, all);
    if (!score) return [];
    const raw = feasible.map(score);
    const normalized = normalize ? normalize(raw) : raw;
    return [feasible.map((_, row): PluginScore => scored(name, weight, raw[row] ?? 0, normalized[row] ?? 0))];
  });
  return feasible.map((node, row) => {
    const byPlugin = columns.flatMap((column) => column[row] ?? []);
    return { node, total: byPlugin.reduce((sum, { weighted }) => sum + weighted, 0), byPlugin };
  });
}

function scored(plugin: string, weight: number, raw: number, normalized: number): PluginScore {
  return { plugin, raw, normalized, weight, weighted: weight * normalized };
}

/** The nodes with the highest total. */
export function bestOf(scores: readonly NodeScore[]): readonly NodeScore[] {
  const highest = scores.reduce((most, { total }) => Math.max(most, total), -1);
  return scores.filter(({ total }) => total === highest);
}
