/** InterPodAffinity: near to pods of one kind, away from those of another; near is what a node label calls the same. */
import type { Affinity, PodAffinityTerm } from '../../../api/affinity.ts';
import type { Node } from '../../../api/node.ts';
import type { Pod } from '../../../api/pod.ts';
import { matchesSelector, selectorProblem, type RequirementProblem } from '../../../api/selectors.ts';
import { hasPodAffinity, type ClusterInfo, type Placed } from '../cluster-info.ts';
import { MAX_NODE_SCORE, refuse, type FilterPlugin, type ScorePlugin } from '../framework.ts';

const NAME = 'InterPodAffinity';

type Labels = Readonly<Record<string, string>>;
type LabelsOf = (namespace: string) => Labels;
type PodTerms = Affinity['podAffinity'];

interface Weighted {
  readonly weight: number;
  readonly podAffinityTerm: PodAffinityTerm;
}

const NONE: readonly never[] = [];
const required = (terms: PodTerms): readonly PodAffinityTerm[] =>
  terms?.requiredDuringSchedulingIgnoredDuringExecution ?? NONE;
const preferred = (terms: PodTerms): readonly Weighted[] =>
  terms?.preferredDuringSchedulingIgnoredDuringExecution ?? NONE;

function isLike(term: PodAffinityTerm, owner: Pod, other: Pod): boolean {
  const { matchLabelKeys = NONE, mismatchLabelKeys = NONE } = term;
  const label = (pod: Pod, key: string) => pod.metadata.labels[key];
  const has = (key: string) => label(owner, key) !== undefined;
  return (
    matchLabelKeys.every((key) => !has(key) || label(owner, key) === label(other, key)) &&
    mismatchLabelKeys.every((key) => !has(key) || label(owner, key) !== label(other, key))
  );
}

/** Does the term of `owner` mean `other`? */
function means(term: PodAffinityTerm, owner: Pod, other: Pod, labelsOf: LabelsOf): boolean {
  const { namespaces = NONE, namespaceSelector } = term;
  const { namespace } = other.metadata;
  const isNear =
    namespaces.length === 0 && namespaceSelector === undefined
      ? namespace === owner.metadata.namespace
      : namespaces.includes(namespace) || matchesSelector(namespaceSelector, labelsOf(namespace));
  return isNear && matchesSelector(term.labelSelector, other.metadata.labels) && isLike(term, owner, other);
}

/** Numbers by topology: by a node label and its value. */
class Topologies {
  readonly #numbers = new Map<string, Map<string, number>>();

  get isEmpty(): boolean {
    return this.#numbers.size === 0;
  }

  add(node: Node, topologyKey: string, by: number): void {
    const value = node.metadata.labels[topologyKey];
    if (value === undefined) return;
    let values = this.#numbers.get(topologyKey);
    if (!values) this.#numbers.set(topologyKey, (values = new Map()));
    values.set(value, (values.get(value) ?? 0) + by);
  }

  at({ metadata }: Node, topologyKey: string): number {
    return this.#numbers.get(topologyKey)?.get(metadata.labels[topologyKey] ?? '') ?? 0;
  }

  /** Over every label of the node that is a topology. */
  sum(node: Node): number {
    let sum = 0;
    for (const [topologyKey, values] of this.#numbers) {
      const value = node.metadata.labels[topologyKey];
      if (value !== undefined) sum += values.get(value) ?? 0;
    }
    return sum;
  }
}

function allPods({ nodes }: ClusterInfo): readonly Placed[] {
  return nodes.flatMap((info) => info.pods().map((pod) => ({ pod, node: info.node })));
}

function problemOf(terms: readonly PodAffinityTerm[]): RequirementProblem | null {
  for (const { labelSelector, namespaceSelector } of terms) {
    const problem = selectorProblem(labelSelector ?? {}) ?? selectorProblem(namespaceSelector ?? {});
    if (problem) return problem;
  }
  return null;
}

function parsing(pod: Pod): string | null {
  const { podAffinity, podAntiAffinity } = pod.spec.affinity ?? {};
  const near = problemOf(required(podAffinity));
  const away = problemOf(required(podAntiAffinity));
  const problem = near ?? away;
  if (!problem) return null;
  return `parsing pod: required${near ? '' : 'Anti'}AffinityTerms: ${problem.field}: ${problem.problem}`;
}

/** Where pods stand that want no pod like this one near. */
function keptAway(pod: Pod, affine: readonly Placed[], cluster: ClusterInfo): Topologies {
  const numbers = new Topologies();
  for (const { pod: other, node } of affine) {
    for (const term of required(other.spec.affinity?.podAntiAffinity)) {
      if (means(term, other, pod, cluster.namespaceLabels)) numbers.add(node, term.topologyKey, 1);
    }
  }
  return numbers;
}

export const interPodAffinityFilter: FilterPlugin = {
  name: NAME,
  isLocal: false,
  preFilter: (pod, cluster) => {
    const near = required(pod.spec.affinity?.podAffinity);
    const away = required(pod.spec.affinity?.podAntiAffinity);
    const problem = parsing(pod);
    if (problem) return refuse('UnschedulableAndUnresolvable', problem);
    const hasNeeds = near.length > 0 || away.length > 0;
    const affine = cluster.affinePods();
    if (!hasNeeds && affine.length === 0) return null;
    const refusing = keptAway(pod, affine, cluster);
    if (!hasNeeds && refusing.isEmpty) return null;
    const friends = new Topologies();
    const foes = new Topologies();
    const isMeant = (term: PodAffinityTerm, other: Pod) => means(term, pod, other, cluster.namespaceLabels);
    for (const { pod: other, node } of hasNeeds ? allPods(cluster) : NONE) {
      if (near.length > 0 && near.every((term) => isMeant(term, other))) {
        for (const { topologyKey } of near) friends.add(node, topologyKey, 1);
      }
      for (const term of away) if (isMeant(term, other)) foes.add(node, term.topologyKey, 1);
    }
    // The first of a group that wants to be together has nobody to be with yet.
    const isFirst = friends.isEmpty && near.every((term) => isMeant(term, pod));
    return {
      judge: ({ node }) => {
        const hasTopologies = near.every(({ topologyKey }) => node.metadata.labels[topologyKey] !== undefined);
        const isNear = near.every(({ topologyKey }) => friends.at(node, topologyKey) > 0);
        if (!hasTopologies || !(isNear || isFirst)) {
          return refuse('UnschedulableAndUnresolvable', "node(s) didn't match pod affinity rules");
        }
        if (away.some(({ topologyKey }) => foes.at(node, topologyKey) > 0)) {
          return refuse('Unschedulable', "node(s) didn't match pod anti-affinity rules");
        }
        return refusing.sum(node) > 0
          ? refuse('Unschedulable', "node(s) didn't satisfy existing pods anti-affinity rules")
          : null;
      },
    };
  },
};

/** What the other pod's own wishes, and its needs, count for the topologies it stands in. */
function addWishesOf(other: Placed, pod: Pod, cluster: ClusterInfo, numbers: Topologies): void {
  const { podAffinity, podAntiAffinity } = other.pod.spec.affinity ?? {};
  const { hardPodAffinityWeight } = cluster.policy;
  const isMeant = (term: PodAffinityTerm) => means(term, other.pod, pod, cluster.namespaceLabels);
  const count = (term: PodAffinityTerm, by: number) => {
    if (by !== 0 && isMeant(term)) numbers.add(other.node, term.topologyKey, by);
  };
  for (const term of required(podAffinity)) count(term, hardPodAffinityWeight);
  for (const { podAffinityTerm, weight } of preferred(podAffinity)) count(podAffinityTerm, weight);
  for (const { podAffinityTerm, weight } of preferred(podAntiAffinity)) count(podAffinityTerm, -weight);
}

/** The least becomes 0, the most 100. Divided first, as the real plugin does: 29 of 100 are 28. */
function stretched(scores: readonly number[]): readonly number[] {
  const least = scores.reduce((low, score) => Math.min(low, score), Infinity);
  const range = scores.reduce((high, score) => Math.max(high, score), -Infinity) - least;
  return scores.map((score) => (range > 0 ? Math.floor(MAX_NODE_SCORE * ((score - least) / range)) : 0));
}

export const interPodAffinityScore: ScorePlugin = {
  name: NAME,
  isLocal: false,
  preScore: (pod, cluster) => {
    const away = preferred(pod.spec.affinity?.podAntiAffinity);
    const wishes = [
      ...preferred(pod.spec.affinity?.podAffinity),
      ...away.map(({ podAffinityTerm, weight }) => ({ podAffinityTerm, weight: -weight })),
    ];
    const hasWishes = wishes.length > 0;
    if (!hasWishes && cluster.policy.ignorePreferredTermsOfExistingPods) return null;
    const problem = problemOf(wishes.map(({ podAffinityTerm }) => podAffinityTerm));
    if (problem) return { error: `parsing pod: ${problem.field}: ${problem.problem}` };
    const others = hasWishes ? allPods(cluster) : cluster.affinePods();
    if (others.length === 0) return null;
    const numbers = new Topologies();
    for (const placed of others) {
      for (const { podAffinityTerm: term, weight } of wishes) {
        if (means(term, pod, placed.pod, cluster.namespaceLabels)) numbers.add(placed.node, term.topologyKey, weight);
      }
      if (hasPodAffinity(placed.pod)) addWishesOf(placed, pod, cluster, numbers);
    }
    if (numbers.isEmpty) return null;
    return { score: ({ node }) => numbers.sum(node), normalize: stretched };
  },
};
