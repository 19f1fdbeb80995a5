/**
 * What the plugins that look at one node at a time said of each node for one class of pods: kept for as long as the
 * node and the pods on it are the very same objects. A memo: asked again, they would say the same.
 */
import type { Pod } from '../../api/pod.ts';
import type { ClusterInfo } from './cluster-info.ts';
import { isRefusal, type NodeFilter, type NodeScorer } from './framework.ts';
import type { NodeInfo } from './node-info.ts';
import { FILTERS, SCORES } from './registry.ts';

interface Normalizing {
  readonly weight: number;
  readonly normalize: NonNullable<NodeScorer['normalize']>;
  readonly score: NodeScorer['score'];
  readonly raw: Float64Array;
}

type Scorer = NodeScorer & { readonly weight: number };

export class Verdicts {
  readonly #judges: readonly NodeFilter['judge'][];
  /** Those whose scores stand as they are, added up in `#sums`. */
  readonly #plain: readonly Scorer[];
  readonly #normalizing: readonly Normalizing[];
  readonly #seen: (NodeInfo | undefined)[];
  readonly #fits: Uint8Array;
  readonly #sums: Float64Array;

  constructor(judges: readonly NodeFilter['judge'][], scorers: readonly Scorer[], rows: number) {
    this.#judges = judges;
    this.#plain = scorers.filter(({ normalize }) => !normalize);
    this.#normalizing = scorers.flatMap(({ weight, normalize, score }) =>
      normalize ? [{ weight, normalize, score, raw: new Float64Array(rows) }] : [],
    );
    this.#seen = Array.from({ length: rows });
    this.#fits = new Uint8Array(rows);
    this.#sums = new Float64Array(rows);
  }

  fits(row: number, info: NodeInfo): boolean {
    const seen = this.#seen[row];
    if (seen !== info && (seen?.node !== info.node || seen.requested !== info.requested)) this.#look(row, info);
    return this.#fits[row] === 1;
  }

  #look(row: number, info: NodeInfo): void {
    this.#seen[row] = info;
    const fits = this.#judges.every((judge) => judge(info) === null);
    this.#fits[row] = fits ? 1 : 0;
    if (!fits) return;
    let sum = 0;
    for (const { weight, score } of this.#plain) sum += weight * score(info);
    this.#sums[row] = sum;
    for (const { raw, score } of this.#normalizing) raw[row] = score(info);
  }

  /** The rows with the highest total, of these that fit; without what all of them get alike. */
  best(rows: readonly number[]): readonly number[] {
    const totals = rows.map((row) => this.#sums[row] ?? 0);
    for (const { raw, weight, normalize } of this.#normalizing) {
      const first = raw[rows[0] ?? 0];
      if (rows.every((row) => raw[row] === first)) continue;
      const normalized = normalize(rows.map((row) => raw[row] ?? 0));
      for (let index = 0; index < rows.length; index += 1)
        totals[index] = (totals[index] ?? 0) + weight * (normalized[index] ?? 0);
    }
    let highest = Number.NEGATIVE_INFINITY;
    let best: number[] = [];
    for (let index = 0; index < rows.length; index += 1) {
      const total = totals[index] ?? 0;
      if (total < highest) continue;
      if (total > highest) best = [];
      highest = total;
      best.push(rows[index] ?? 0);
    }
    return best;
  }
}

/** Does no plugin that looks at the whole have anything to say of this pod, nor any pod for which room is being made? */
export function isJudgedNodeByNode(pod: Pod, cluster: ClusterInfo): boolean {
  if (cluster.nominated('').length > 0) return false;
  if (FILTERS.some(({ isLocal, preFilter }) => !isLocal && preFilter(pod, cluster) !== null)) return false;
  return SCORES.every(
    ({ name, isLocal, preScore }) =>
      isLocal || cluster.policy.weights[name] === 0 || preScore(pod, cluster, cluster.nodes) === null,
  );
}

/** Null where the pod is refused everywhere, names its nodes, or cannot be scored. */
export function verdictsFor(pod: Pod, cluster: ClusterInfo): Verdicts | null {
  const judges: NodeFilter['judge'][] = [];
  for (const { isLocal, preFilter } of FILTERS) {
    const answer = isLocal ? preFilter(pod, cluster) : null;
    if (answer === null) continue;
    if (isRefusal(answer) || answer.only) return null;
    judges.push(answer.judge);
  }
  const scorers: Scorer[] = [];
  for (const { name, isLocal, preScore } of SCORES) {
    const weight = cluster.policy.weights[name];
    const answer = isLocal && weight !== 0 ? preScore(pod, cluster, cluster.nodes) : null;
    if (answer === null) continue;
    if ('error' in answer) return null;
    scorers.push({ ...answer, weight });
  }
  return new Verdicts(judges, scorers, cluster.nodes.length);
}
