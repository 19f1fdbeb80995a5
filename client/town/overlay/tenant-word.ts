/** How a tenant of a host is doing, in words. */
import { t } from '../../i18n/i18n.ts';
import type { Tenant } from '../model/hosts.ts';

export function tenantWord({ name, state, tenths }: Tenant): string {
  const word = t(`plots.state.${state}`);
  return tenths === null
    ? t('town.tenant', { name, state: word })
    : t('town.tenant.coming', { name, state: word, share: tenths * 10 });
}
