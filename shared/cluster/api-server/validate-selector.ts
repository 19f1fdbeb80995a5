/** Rules over the selector of what makes pods: it can be asked, matches its own template, and stays. Source: pkg/apis/apps/validation. */
import type { LabelSelector } from '../../api/meta.ts';
import type { PodTemplate } from '../../api/pod.ts';
import { isEmptySelector, matchesSelector } from '../../api/selectors.ts';
import { isEqual } from '../../base/equal.ts';
import { invalidValue, type FieldError } from './invalid.ts';
import { selectorErrors } from './validate-affinity.ts';

interface Selecting {
  readonly selector: LabelSelector;
  readonly template: PodTemplate;
}

/** `kind` as the message says it: `deployment`. */
export function workloadSelectorErrors(
  kind: string,
  { selector, template }: Selecting,
  before: Selecting | undefined,
): readonly FieldError[] {
  if (before && !isEqual(before.selector, selector)) {
    return [invalidValue('invalidSelectorImmutable', 'spec.selector', selector, 'field is immutable')];
  }
  if (isEmptySelector(selector)) {
    const why = `empty selector is invalid for ${kind}`;
    return [invalidValue('invalidSelectorEmpty', 'spec.selector', selector, why)];
  }
  const problems = selectorErrors(selector, 'spec.selector');
  if (problems.length > 0 || matchesSelector(selector, template.metadata.labels)) return problems;
  const why = '`selector` does not match template `labels`';
  return [invalidValue('invalidSelectorMismatch', 'spec.template.metadata.labels', template.metadata.labels, why)];
}
