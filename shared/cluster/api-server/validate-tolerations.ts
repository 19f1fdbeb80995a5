/** Rules over tolerations: each alone, and which of a pod that stands may change. Source: pkg/apis/core/validation. */
import type { Toleration } from '../../api/pod.ts';
import { isEqual } from '../../base/equal.ts';
import { invalidValue, type FieldError } from './invalid.ts';

const KEY = 'invalidToleration';

export function tolerationErrors(tolerations: readonly Toleration[], path: string): readonly FieldError[] {
  return tolerations.flatMap((toleration, index) => errorsOf(toleration, `${path}[${index}]`));
}

function errorsOf(toleration: Toleration, path: string): readonly FieldError[] {
  const { key, operator, value, effect, tolerationSeconds } = toleration;
  const errors: FieldError[] = [];
  if (key === undefined && operator !== 'Exists') {
    const why = 'operator must be Exists when `key` is empty, which means "match all values and all keys"';
    errors.push(invalidValue(KEY, `${path}.operator`, operator, why));
  }
  if (tolerationSeconds !== undefined && effect !== 'NoExecute') {
    const why = "effect must be 'NoExecute' when `tolerationSeconds` is set";
    errors.push(invalidValue(KEY, `${path}.effect`, effect ?? '', why));
  }
  if (operator === 'Exists' && value !== '') {
    errors.push(invalidValue(KEY, `${path}.operator`, toleration, "value must be empty when `operator` is 'Exists'"));
  }
  return errors;
}

/** All that were there still are, but for how long. */
export function keepsTolerations(before: readonly Toleration[], after: readonly Toleration[]): boolean {
  const timeless = ({ tolerationSeconds: _seconds, ...matter }: Toleration) => matter;
  return before.every((one) => after.some((other) => isEqual(timeless(one), timeless(other))));
}
