/** The error budget in words. */
import { PPM } from '../../shared/base/integers.ts';
import type { ServiceScore } from '../../shared/cluster/score/score.ts';
import { t } from '../i18n/i18n.ts';

export function budgetText(service: Pick<ServiceScore, 'budgetLeftRequests' | 'budgetLeftPpm'>): string {
  const { budgetLeftRequests, budgetLeftPpm } = service;
  if (budgetLeftRequests === undefined) return t('gauge.budgetNone');
  if (budgetLeftRequests < 0) return t('gauge.budgetBroken', { count: -budgetLeftRequests });
  // Of too few visitors no whole one may be lost yet: then nothing of the budget is used.
  return t('gauge.budget', { count: budgetLeftRequests, percent: Math.floor((budgetLeftPpm ?? PPM) / 10_000) });
}
