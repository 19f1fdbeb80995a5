/** How a DaemonSet may be renewed: either the old one goes first, or the new one comes first. Source: ValidateRollingUpdateDaemonSet. */
import type { DaemonSetSpec } from '../../api/daemon-set.ts';
import { scaledValue } from '../../api/int-or-percent.ts';
import { invalidValue, type FieldError } from './invalid.ts';

export function daemonUpdateErrors({ updateStrategy }: DaemonSetSpec): readonly FieldError[] {
  if (updateStrategy.type === 'OnDelete') return [];
  const path = 'spec.updateStrategy.rollingUpdate';
  const { maxUnavailable, maxSurge } = updateStrategy.rollingUpdate;
  const above = Object.entries({ maxUnavailable, maxSurge }).flatMap(([field, value]) => {
    const isAbove = typeof value === 'string' && scaledValue(value, 100, 'up') > 100;
    return isAbove ? [invalidValue('invalidAboveAll', `${path}.${field}`, value, 'must not be greater than 100%')] : [];
  });
  const [leave, come] = [maxUnavailable, maxSurge].map((value) => scaledValue(value, 100, 'up') > 0);
  if (leave && come) {
    const why = 'may not be set when maxUnavailable is non-zero';
    return [...above, invalidValue('invalidDaemonSurge', `${path}.maxSurge`, maxSurge, why)];
  }
  if (leave || come) return above;
  const problem = 'Required value: cannot be 0 when maxSurge is 0';
  return [...above, { key: 'invalidNoRoom', field: `${path}.maxUnavailable`, problem }];
}
