/** Which pods a quota is about, in Kubernetes' own words: `PriorityClass In [high]`. Empty for all. */
import { scopesOf, type ResourceQuota } from '../../../shared/api/resource-quota.ts';

export function quotaScopes({ spec }: Pick<ResourceQuota, 'spec'>): string {
  const isPlain = (operator: string) => operator === 'Exists';
  return scopesOf(spec)
    .map(({ scopeName, operator, values }) =>
      [scopeName, ...(isPlain(operator) ? [] : [operator]), ...(values ? [`[${values.join(' ')}]`] : [])].join(' '),
    )
    .join(', ');
}
