/** Which nodes a pod's nodeSelector and node affinity mean. Source: component-helpers/scheduling/corev1/nodeaffinity. */
import type { NodeAffinity, NodeSelectorTerm } from './affinity.ts';
import { matchesLabels } from './meta.ts';
import type { Node } from './node.ts';
import type { PodSpec } from './pod.ts';
import { requirementHolds, requirementProblem, type Requirement } from './selectors.ts';

/** The one field of a node that a term may ask for. */
const NAME_FIELD = 'metadata.name';

/** A field is asked for one value; a requirement that asks otherwise holds for no node. */
function fieldHolds(requirement: Requirement, name: string): boolean {
  const { operator, values = [] } = requirement;
  const isReadable = (operator === 'In' || operator === 'NotIn') && values.length === 1;
  return isReadable && requirementHolds(requirement, { [NAME_FIELD]: name });
}

export function matchesTerm(
  { matchExpressions = [], matchFields = [] }: NodeSelectorTerm,
  { metadata }: Node,
): boolean {
  if (matchExpressions.length === 0 && matchFields.length === 0) return false;
  return (
    matchExpressions.every(
      (requirement) => requirementProblem(requirement) === null && requirementHolds(requirement, metadata.labels),
    ) && matchFields.every((requirement) => fieldHolds(requirement, metadata.name))
  );
}

/** No required terms: every node. */
export function matchesRequired(affinity: NodeAffinity | undefined, node: Node): boolean {
  const required = affinity?.requiredDuringSchedulingIgnoredDuringExecution;
  return required === undefined || required.nodeSelectorTerms.some((term) => matchesTerm(term, node));
}

export function isWantedNode(
  { nodeSelector, affinity }: Pick<PodSpec, 'nodeSelector' | 'affinity'>,
  node: Node,
): boolean {
  return matchesLabels(nodeSelector, node.metadata.labels) && matchesRequired(affinity?.nodeAffinity, node);
}

/**
 * The nodes that the required terms name, when every term names some: then no others need be looked at. Empty when
 * each term contradicts itself.
 */
export function namedNodes(affinity: NodeAffinity | undefined): ReadonlySet<string> | null {
  const terms = affinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? [];
  const named = new Set<string>();
  for (const { matchFields = [] } of terms) {
    let inTerm: readonly string[] | null = null;
    for (const { key, operator, values = [] } of matchFields) {
      if (key !== NAME_FIELD || operator !== 'In') continue;
      inTerm = inTerm === null ? values : inTerm.filter((name) => values.includes(name));
    }
    if (inTerm === null) return null;
    for (const name of inTerm) named.add(name);
  }
  return terms.length === 0 ? null : named;
}
