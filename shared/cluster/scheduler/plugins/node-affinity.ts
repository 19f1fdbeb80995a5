/** NodeAffinity: which villages a pod asks for (nodeSelector, required terms), and which it would like (preferred). */
import type { NodeAffinity } from '../../../api/affinity.ts';
import type { Node } from '../../../api/node.ts';
import type { Pod } from '../../../api/pod.ts';
import { requirementProblem } from '../../../api/selectors.ts';
import {
  normalizeByHighest,
  refuse,
  type FilterPlugin,
  type Refusal,
  type ScoreError,
  type ScorePlugin,
} from '../framework.ts';
import { isWantedNode, matchesRequired, matchesTerm, namedNodes } from '../../../api/node-selector.ts';

const NAME = 'NodeAffinity';

function isEmpty(selector: Readonly<Record<string, string>>): boolean {
  return Object.keys(selector).length === 0;
}

/** `added` is the scheduler's own, laid on every pod. */
export function nodeAffinityRefusal(pod: Pod, node: Node, added?: NodeAffinity): Refusal | null {
  if (!matchesRequired(added, node)) {
    return refuse('UnschedulableAndUnresolvable', "node(s) didn't match scheduler-enforced node affinity");
  }
  return isWantedNode(pod.spec, node)
    ? null
    : refuse('UnschedulableAndUnresolvable', "node(s) didn't match Pod's node affinity/selector");
}

export const nodeAffinityFilter: FilterPlugin = {
  name: NAME,
  isLocal: true,
  preFilter: (pod, { policy: { addedAffinity } }) => {
    const { nodeSelector, affinity } = pod.spec;
    const isRequired = affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution !== undefined;
    const isAdded = addedAffinity?.requiredDuringSchedulingIgnoredDuringExecution !== undefined;
    if (!isRequired && !isAdded && isEmpty(nodeSelector)) return null;
    const only = namedNodes(affinity?.nodeAffinity);
    if (only?.size === 0) return refuse('UnschedulableAndUnresolvable', 'pod affinity terms conflict');
    return {
      ...(only ? { only } : {}),
      judge: ({ node }) => nodeAffinityRefusal(pod, node, addedAffinity),
    };
  },
};

type Preferred = NonNullable<NodeAffinity['preferredDuringSchedulingIgnoredDuringExecution']>;

function problemOf(preferred: Preferred): ScoreError | null {
  for (const [index, { preference }] of preferred.entries()) {
    for (const [at, requirement] of (preference.matchExpressions ?? []).entries()) {
      const problem = requirementProblem(requirement);
      if (problem) return { error: `[${index}].matchExpressions[${at}].${problem.field}: ${problem.problem}` };
    }
  }
  return null;
}

export const nodeAffinityScore: ScorePlugin = {
  name: NAME,
  isLocal: true,
  preScore: (pod, { policy: { addedAffinity } }) => {
    const preferred = [
      ...(pod.spec.affinity?.nodeAffinity?.preferredDuringSchedulingIgnoredDuringExecution ?? []),
      ...(addedAffinity?.preferredDuringSchedulingIgnoredDuringExecution ?? []),
    ];
    if (preferred.length === 0) return null;
    return (
      problemOf(preferred) ?? {
        score: ({ node }) =>
          preferred.reduce((sum, { weight, preference }) => sum + (matchesTerm(preference, node) ? weight : 0), 0),
        normalize: (scores) => normalizeByHighest(scores, false),
      }
    );
  },
};
