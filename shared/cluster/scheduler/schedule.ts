/** One scheduling cycle: which node a pod gets, or why none. Pure: the same view and nodes give the same answer. */
import { must } from '../../base/assert.ts';
import type { Pod } from '../../api/pod.ts';
import { keyOf } from '../../api/meta.ts';
import type { View } from '../../store/store.ts';
import { draw } from '../world.ts';
import { bestRows, fits, refusalOf, scoreColumns, totalsOf } from './evaluate.ts';
import { fitErrorMessage } from './fit-error.ts';
import type { Nodes } from './framework.ts';
import { feasibleNodesToFind } from './sampling.ts';

/** Name of the node, or null when the pod fits nowhere. Equals draw lots, so that nobody is always the first. */
export function chooseNode(view: View, pod: Pod, nodes: Nodes): string | null {
  const feasible = findFeasible(view, pod, nodes);
  if (feasible.length === 0) return null;
  const best = bestRows(totalsOf(scoreColumns(pod, feasible, nodes), feasible.length));
  const winner = best.length === 1 ? 0 : draw(view, best.length, `scheduler/tie/${pod.metadata.uid}`);
  return must(feasible[must(best[winner], 'the best row')], 'the best node').node.metadata.name;
}

/** Stops when enough nodes fit; begins anywhere, so that not always the same ones are looked at. */
function findFeasible(view: View, pod: Pod, nodes: Nodes): Nodes {
  const enough = feasibleNodesToFind(nodes.length);
  if (enough >= nodes.length) return nodes.filter((node) => fits(pod, node));
  const start = draw(view, nodes.length, `scheduler/start/${pod.metadata.uid}`);
  const feasible = [];
  for (let step = 0; step < nodes.length && feasible.length < enough; step += 1) {
    const node = must(nodes[(start + step) % nodes.length], 'a node');
    if (fits(pod, node)) feasible.push(node);
  }
  return feasible;
}

export type Diagnosis = { readonly fits: readonly string[] } | { readonly message: string };

/** The nodes that a pod fits on, or the scheduler's sentence when it fits nowhere. */
export function diagnose(pod: Pod, nodes: Nodes): Diagnosis {
  const refusals = [];
  const fitting = [];
  for (const node of nodes) {
    const refusal = refusalOf(pod, node);
    if (refusal) refusals.push(refusal);
    else fitting.push(keyOf(node.node.metadata));
  }
  return fitting.length > 0 ? { fits: fitting } : { message: fitErrorMessage(refusals) };
}
