/** Selectors: which labels are meant. Source: apimachinery/pkg/labels, component-helpers/scheduling/corev1/nodeaffinity. */
import { z } from 'zod';
import type { DeepReadonly } from '../base/freeze.ts';
import { labelValue, labels, qualifiedName } from './names.ts';

export const labelRequirement = z.strictObject({
  key: z.string().max(317),
  operator: z.enum(['In', 'NotIn', 'Exists', 'DoesNotExist']),
  values: z.array(z.string().max(253)).max(32).optional(),
});

/** An empty selector means everything, an absent one nothing. */
export const fullLabelSelector = z.strictObject({
  matchLabels: labels.optional(),
  matchExpressions: z.array(labelRequirement).max(16).optional(),
});
export type FullLabelSelector = DeepReadonly<z.infer<typeof fullLabelSelector>>;

export const nodeRequirement = z.strictObject({
  key: z.string().max(317),
  operator: z.enum(['In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt']),
  values: z.array(z.string().max(253)).max(32).optional(),
});
export type Requirement = DeepReadonly<z.infer<typeof nodeRequirement>>;

const INTEGER = /^[+-]?\d+$/;

const BAD_NAME =
  "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric " +
  "character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is " +
  "'([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";
const BAD_VALUE =
  "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and " +
  "end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is " +
  "'(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";

export interface RequirementProblem {
  readonly field: string;
  readonly problem: string;
}

/** What the API server, and whoever reads the requirement, has against it; null when it can be asked. */
export function requirementProblem({ key, operator, values = [] }: Requirement): RequirementProblem | null {
  const invalid = (field: string, value: unknown, why: string) => ({
    field,
    problem: `Invalid value: ${JSON.stringify(value)}: ${why}`,
  });
  if (!qualifiedName.safeParse(key).success) return invalid('key', key, BAD_NAME);
  const isSet = operator === 'In' || operator === 'NotIn';
  if (isSet && values.length === 0) {
    return invalid('values', values, "for 'in', 'notin' operators, values set can't be empty");
  }
  if ((operator === 'Exists' || operator === 'DoesNotExist') && values.length > 0) {
    return invalid('values', values, 'values set must be empty for exists and does not exist');
  }
  if (operator === 'Gt' || operator === 'Lt') {
    if (values.length !== 1)
      return invalid('values', values, "for 'Gt', 'Lt' operators, exactly one value is required");
    if (!INTEGER.test(values[0] ?? '')) {
      return invalid('values[0]', values[0], "for 'Gt', 'Lt' operators, the value must be an integer");
    }
  }
  const index = values.findIndex((value) => !labelValue.safeParse(value).success);
  return index < 0 ? null : invalid(`values[${index}][${key}]`, values[index], BAD_VALUE);
}

export function requirementHolds(
  { key, operator, values = [] }: Requirement,
  target: Readonly<Record<string, string>>,
): boolean {
  const value = target[key];
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    case 'Gt':
    case 'Lt':
      return value !== undefined && INTEGER.test(value) && compares(operator, BigInt(value), BigInt(values[0] ?? '0'));
  }
}

const compares = (operator: 'Gt' | 'Lt', a: bigint, b: bigint) => (operator === 'Gt' ? a > b : a < b);

export function selectorProblem({ matchExpressions = [] }: FullLabelSelector): RequirementProblem | null {
  for (const requirement of matchExpressions) {
    const problem = requirementProblem(requirement);
    if (problem) return problem;
  }
  return null;
}

export function isEmptySelector({ matchLabels = {}, matchExpressions = [] }: FullLabelSelector): boolean {
  return Object.keys(matchLabels).length === 0 && matchExpressions.length === 0;
}

export function matchesSelector(
  selector: FullLabelSelector | null | undefined,
  target: Readonly<Record<string, string>>,
): boolean {
  if (!selector) return false;
  const { matchLabels = {}, matchExpressions = [] } = selector;
  for (const key in matchLabels) if (target[key] !== matchLabels[key]) return false;
  return matchExpressions.every((requirement) => requirementHolds(requirement, target));
}
