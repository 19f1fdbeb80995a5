/** Rules over the scopes of a quota. Source: pkg/apis/core/validation, ValidateResourceQuotaSpec. */
import { isEqual } from '../../base/equal.ts';
import { byCodeUnit } from '../../base/order.ts';
import {
  QUOTA_RESOURCES,
  type QuotaScope,
  type ResourceQuotaSpec,
  type ScopeRequirement,
} from '../../api/resource-quota.ts';
import { invalidValue, type FieldError } from './invalid.ts';

const SCOPES = 'spec.scopes';
const EXPRESSIONS = 'spec.scopeSelector.matchExpressions';
const OPPOSITES: readonly (readonly [QuotaScope, QuotaScope])[] = [
  ['BestEffort', 'NotBestEffort'],
  ['Terminating', 'NotTerminating'],
];

export function quotaErrors(spec: ResourceQuotaSpec, before: ResourceQuotaSpec | undefined): readonly FieldError[] {
  const { scopes = [], scopeSelector } = spec;
  const expressions = scopeSelector?.matchExpressions ?? [];
  const chosen = expressions.map(({ scopeName }) => scopeName);
  return [
    ...unfitErrors(spec, scopes, SCOPES),
    ...conflictErrors(scopes, SCOPES),
    ...expressions.flatMap((expression, index) => expressionErrors(expression, `${EXPRESSIONS}[${index}]`)),
    ...unfitErrors(spec, chosen, EXPRESSIONS),
    ...conflictErrors(chosen, EXPRESSIONS),
    ...(before && !isEqual(asSet(before.scopes), asSet(scopes))
      ? [invalidValue('quotaScopesFixed', SCOPES, scopes, 'field is immutable')]
      : []),
  ];
}

const asSet = (scopes: readonly QuotaScope[] = []): readonly QuotaScope[] => [...new Set(scopes)].sort(byCodeUnit);

/** Who asks for nothing can be limited in number alone; attributes of volumes are none of a pod's. */
function unfitErrors({ hard }: ResourceQuotaSpec, scopes: readonly QuotaScope[], field: string): readonly FieldError[] {
  const limited = QUOTA_RESOURCES.filter((resource) => hard[resource] !== undefined);
  const isUnfit = (scope: QuotaScope): boolean =>
    limited.some((resource) => scope === 'VolumeAttributesClass' || (scope === 'BestEffort' && resource !== 'pods'));
  if (!scopes.some(isUnfit)) return [];
  return [invalidValue('invalidQuotaScope', field, scopes, 'unsupported scope applied to resource')];
}

function conflictErrors(scopes: readonly QuotaScope[], field: string): readonly FieldError[] {
  const isBoth = OPPOSITES.some((pair) => pair.every((scope) => scopes.includes(scope)));
  return isBoth ? [invalidValue('invalidQuotaScopePair', field, scopes, 'conflicting scopes')] : [];
}

function expressionErrors({ scopeName, operator, values = [] }: ScopeRequirement, path: string): readonly FieldError[] {
  const hasValues = scopeName === 'PriorityClass' || scopeName === 'VolumeAttributesClass';
  if (!hasValues && operator !== 'Exists') {
    const why = `must be 'Exist' when scope is ${scopeName}`;
    return [invalidValue('invalidQuotaScopeOperator', `${path}.operator`, operator, why)];
  }
  const isList = operator === 'In' || operator === 'NotIn';
  if (isList === values.length > 0) return [];
  const problem = isList
    ? "Required value: must be at least one value when `operator` is 'In' or 'NotIn' for scope selector"
    : `Invalid value: ${JSON.stringify(values)}: must be no value when \`operator\` is 'Exist' or 'DoesNotExist' for scope selector`;
  return [{ key: 'invalidQuotaScopeValues', field: `${path}.values`, problem, details: { operator } }];
}
