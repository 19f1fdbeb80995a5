/** Selectors inside a pod's affinity and spread. Source: pkg/apis/core/validation. */
import type { NodeSelectorTerm, PodAffinityTerm } from '../../api/affinity.ts';
import type { PodSpec } from '../../api/pod.ts';
import { requirementProblem, type FullLabelSelector, type Requirement } from '../../api/selectors.ts';
import type { FieldError } from './invalid.ts';

const KEY = 'invalidRequirement';

export function validateAffinity(
  { affinity, topologySpreadConstraints = [] }: PodSpec,
  path: string,
): readonly FieldError[] {
  const { nodeAffinity, podAffinity, podAntiAffinity } = affinity ?? {};
  const nodeTerms = [
    ...(nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? []),
    ...(nodeAffinity?.preferredDuringSchedulingIgnoredDuringExecution ?? []).map(({ preference }) => preference),
  ];
  const podTerms = [podAffinity, podAntiAffinity].flatMap((terms) => [
    ...(terms?.requiredDuringSchedulingIgnoredDuringExecution ?? []),
    ...(terms?.preferredDuringSchedulingIgnoredDuringExecution ?? []).map(({ podAffinityTerm }) => podAffinityTerm),
  ]);
  return [
    ...nodeTerms.flatMap((term) => nodeTermErrors(term, `${path}.affinity.nodeAffinity`)),
    ...podTerms.flatMap((term) => podTermErrors(term, `${path}.affinity`)),
    ...topologySpreadConstraints.flatMap(({ labelSelector, minDomains, topologyKey, whenUnsatisfiable }, index) => {
      const field = `${path}.topologySpreadConstraints[${index}]`;
      const isTwice = topologySpreadConstraints
        .slice(0, index)
        .some((other) => other.topologyKey === topologyKey && other.whenUnsatisfiable === whenUnsatisfiable);
      const twice = `Duplicate value: "{${topologyKey}, ${whenUnsatisfiable}}"`;
      const errors = [
        ...(isTwice ? [error(`${field}.{topologyKey, whenUnsatisfiable}`, twice)] : []),
        ...selectorErrors(labelSelector, `${field}.labelSelector`),
      ];
      if (minDomains === undefined || whenUnsatisfiable === 'DoNotSchedule') return errors;
      const why = 'can only use minDomains if whenUnsatisfiable=DoNotSchedule';
      return [...errors, error(`${field}.minDomains`, `Invalid value: ${minDomains}: ${why}`)];
    }),
  ];
}

function error(field: string, problem: string): FieldError {
  return { key: KEY, field, problem, details: { problem: problem.slice(0, 200) } };
}

function requirementErrors(requirements: readonly Requirement[], field: string): readonly FieldError[] {
  return requirements.flatMap((requirement, index) => {
    const found = requirementProblem(requirement);
    return found ? [error(`${field}[${index}].${found.field}`, found.problem)] : [];
  });
}

function nodeTermErrors(
  { matchExpressions = [], matchFields = [] }: NodeSelectorTerm,
  path: string,
): readonly FieldError[] {
  const fields = matchFields.flatMap(({ key, operator, values = [] }, index) => {
    const isKnown = key === 'metadata.name' && (operator === 'In' || operator === 'NotIn') && values.length === 1;
    const why = 'must be metadata.name, In or NotIn, and one value';
    return isKnown ? [] : [error(`${path}.matchFields[${index}]`, `Invalid value: ${JSON.stringify(key)}: ${why}`)];
  });
  return [...requirementErrors(matchExpressions, `${path}.matchExpressions`), ...fields];
}

function podTermErrors({ labelSelector, namespaceSelector }: PodAffinityTerm, path: string): readonly FieldError[] {
  return [
    ...selectorErrors(labelSelector, `${path}.labelSelector`),
    ...selectorErrors(namespaceSelector, `${path}.namespaceSelector`),
  ];
}

export function selectorErrors(selector: FullLabelSelector | undefined, path: string): readonly FieldError[] {
  return requirementErrors(selector?.matchExpressions ?? [], `${path}.matchExpressions`);
}
