/**
 * What the plugins that look at one node at a time said of each node for one class of pods: kept for as long as the
 * node and the pods on it are the very same objects. A memo: asked again, they would say the same.
 */
import type { Pod } from '../../api/pod.ts';
import type { ClusterInfo } from './cluster-info.ts';
import { isRefusal, type NodeFilter, type NodeScorer } from './framework.ts';
import type { NodeInfo, Requested } from './node-info.ts';
import { FILTERS, SCORES } from './registry.ts';

interface Normalizing {
  readonly weight: number;
  readonly normalize: NonNullable<NodeScorer['normalize']>;
  readonly score: NodeScorer['score'];
  readonly raw: Float64Array;
}

type Scorer = NodeScorer & { readonly weight: number };

/** Numbers alone: where two are equal, no plugin that looks at them can tell them apart. */
function isSameRequest(a: Requested, b: Requested): boolean {
  return (
    a === b ||
    (a.cpuMilli === b.cpuMilli &&
      a.memoryBytes === b.memoryBytes &&
      a.scoredCpuMilli === b.scoredCpuMilli &&
      a.scoredMemoryBytes === b.scoredMemoryBytes &&
      a.pods === b.pods &&
      a.other === b.other)
  );
}

export class Verdicts {
  readonly #filters: readonly NodeFilter[];
  readonly #readsPods: boolean;
  /** Those whose scores stand as they are, added up in `#sums`. */
  readonly #plain: readonly Scorer[];
  readonly #normalizing: readonly Normalizing[];
  readonly #seen: (NodeInfo | undefined)[];
  readonly #fits: Uint8Array;
  /** 1 where the node may have changed since it was seen. */
  readonly #stale: Uint8Array;
  readonly #sums: Float64Array;
  /** The rows that fitted, and their totals, as they were last asked for: the next answer is written over them. */
  readonly #rows: Int32Array;
  readonly #totals: Float64Array;
  /** As far as the book's list of changed rows has been followed. */
  #followed = 0;

  constructor(filters: readonly NodeFilter[], scorers: readonly Scorer[], rows: number) {
    this.#filters = filters;
    this.#readsPods = filters.some(({ readsPods }) => readsPods);
    this.#plain = scorers.filter(({ normalize }) => !normalize);
    this.#normalizing = scorers.flatMap(({ weight, normalize, score }) =>
      normalize ? [{ weight, normalize, score, raw: new Float64Array(rows) }] : [],
    );
    this.#seen = Array.from({ length: rows });
    this.#fits = new Uint8Array(rows);
    this.#stale = new Uint8Array(rows).fill(1);
    this.#sums = new Float64Array(rows);
    this.#rows = new Int32Array(rows);
    this.#totals = new Float64Array(rows);
  }

  /** Rows that have changed: a list that only grows, followed from where it was left. */
  follow(changed: readonly number[]): void {
    for (; this.#followed < changed.length; this.#followed += 1) this.#stale[changed[this.#followed] ?? 0] = 1;
  }

  /** Any row may have changed, and the list of those that did begins anew. */
  doubtAll(): void {
    this.#stale.fill(1);
    this.#followed = 0;
  }

  /** Up to so many rows that fit, from this one on and round to it again. Holds until it is asked again. */
  fitting(nodes: readonly NodeInfo[], start: number, enough: number): Int32Array {
    const { length } = nodes;
    let found = 0;
    for (let step = 0; step < length && found < enough; step += 1) {
      const row = start + step < length ? start + step : start + step - length;
      if (this.#stale[row] === 1) this.#look(row, nodes[row] as NodeInfo);
      if (this.#fits[row] !== 1) continue;
      this.#rows[found] = row;
      found += 1;
    }
    return this.#rows.subarray(0, found);
  }

  #look(row: number, info: NodeInfo): void {
    const seen = this.#seen[row];
    this.#seen[row] = info;
    this.#stale[row] = 0;
    if (!seen || !this.#isAlike(seen, info)) this.#fits[row] = this.#judge(row, info) ? 1 : 0;
  }

  #isAlike(seen: NodeInfo, info: NodeInfo): boolean {
    if (seen.node !== info.node) return false;
    return this.#readsPods ? seen.requested === info.requested : isSameRequest(seen.requested, info.requested);
  }

  #judge(row: number, info: NodeInfo): boolean {
    for (const { judge } of this.#filters) if (judge(info) !== null) return false;
    let sum = 0;
    for (const { weight, score } of this.#plain) sum += weight * score(info);
    this.#sums[row] = sum;
    for (const { raw, score } of this.#normalizing) raw[row] = score(info);
    return true;
  }

  /** The rows with the highest total, of these that fit; without what all of them get alike. Moves them to the front. */
  best(rows: Int32Array): Int32Array {
    const totals = this.#totals;
    for (let index = 0; index < rows.length; index += 1) totals[index] = this.#sums[rows[index] ?? 0] ?? 0;
    for (const { raw, weight, normalize } of this.#normalizing) {
      const first = raw[rows[0] ?? 0];
      if (rows.every((row) => raw[row] === first)) continue;
      const normalized = normalize(Array.from(rows, (row) => raw[row] ?? 0));
      for (let index = 0; index < rows.length; index += 1)
        totals[index] = (totals[index] ?? 0) + weight * (normalized[index] ?? 0);
    }
    let highest = Number.NEGATIVE_INFINITY;
    let count = 0;
    for (let index = 0; index < rows.length; index += 1) {
      const total = totals[index] ?? 0;
      if (total < highest) continue;
      if (total > highest) count = 0;
      highest = total;
      rows[count] = rows[index] ?? 0;
      count += 1;
    }
    return rows.subarray(0, count);
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
  const filters: NodeFilter[] = [];
  for (const { isLocal, preFilter } of FILTERS) {
    const answer = isLocal ? preFilter(pod, cluster) : null;
    if (answer === null) continue;
    if (isRefusal(answer) || answer.only) return null;
    filters.push(answer);
  }
  const scorers: Scorer[] = [];
  for (const { name, isLocal, preScore } of SCORES) {
    const weight = cluster.policy.weights[name];
    const answer = isLocal && weight !== 0 ? preScore(pod, cluster, cluster.nodes) : null;
    if (answer === null) continue;
    if ('error' in answer) return null;
    scorers.push({ ...answer, weight });
  }
  return new Verdicts(filters, scorers, cluster.nodes.length);
}
