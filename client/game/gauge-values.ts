/** Figures of the gauges that are more than a division. Pure. */
import type { ServiceScore } from '../../shared/cluster/score/score.ts';
import { t } from '../i18n/i18n.ts';

/** Delighted (0) to furious (5), by the share of visitors that is turned away now. Nobody there: content. */
export function moodOf(servedRps: number, lostRps: number): number {
  const offered = servedRps + lostRps;
  if (offered === 0) return 1;
  if (lostRps === 0) return 0;
  const percent = Math.floor((lostRps * 100) / offered);
  if (percent < 5) return 2;
  if (percent < 25) return 3;
  return percent < 75 ? 4 : 5;
}

export function budgetText(service: Pick<ServiceScore, 'budgetLeftRequests' | 'budgetLeftPpm'>): string {
  const { budgetLeftRequests, budgetLeftPpm } = service;
  if (budgetLeftRequests === undefined) return t('gauge.budgetNone');
  if (budgetLeftRequests < 0) return t('gauge.budgetBroken', { count: -budgetLeftRequests });
  return t('gauge.budget', { count: budgetLeftRequests, percent: Math.floor((budgetLeftPpm ?? 0) / 10_000) });
}
