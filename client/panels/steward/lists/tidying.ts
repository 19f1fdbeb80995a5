/** What is cleared away, and how much there may be. */
import { finishedTick } from '../../../../shared/cluster/controllers/job/job-status.ts';
import { contentsOf } from '../../../../shared/cluster/api-server/namespaces.ts';
import { freeOf, limitedBy } from '../../../../shared/cluster/controllers/quota/quota.ts';
import { formatQuantity } from '../../../../shared/api/quantity.ts';
import type { QuotaResource } from '../../../../shared/api/resource-quota.ts';
import { formatTicks } from '../../../i18n/i18n.ts';
import { quotaScopes } from '../../objects/quota-scopes.ts';
import { listOfKind, workList } from '../work-list.ts';

export const garbage = workList({
  id: 'garbage-collector',
  switchId: 'garbage-collector',
  loops: ['garbage-collector'],
  subjects: (_view, plans) => plans.keys(),
  kindOf: () => null,
  describe: () => ({ wanted: 'garbage-collector.wanted', observed: 'garbage-collector.observed', values: {} }),
});

export const finishedJobs = listOfKind({
  id: 'ttl-after-finished',
  switchId: 'garbage-collector',
  loops: ['ttl-after-finished'],
  kind: 'Job',
  of: (view, job) => {
    const seconds = job.spec.ttlSecondsAfterFinished;
    const end = finishedTick(job);
    if (seconds === undefined || end === null) return null;
    const values = { seconds, time: formatTicks(Math.max(0, view.tick - end)) };
    return { wanted: 'ttl-after-finished.wanted', observed: 'ttl-after-finished.observed', values };
  },
});

export const namespaces = listOfKind({
  id: 'namespace',
  switchId: 'garbage-collector',
  loops: ['namespace'],
  kind: 'Namespace',
  of: (view, { metadata, status }) => {
    if (status.phase !== 'Terminating') return null;
    const values = { count: contentsOf(view, metadata.name).length };
    return { wanted: 'namespace.wanted', observed: 'namespace.observed', values };
  },
});

export const quotas = listOfKind({
  id: 'resource-quota',
  switchId: null,
  loops: [],
  kind: 'ResourceQuota',
  of: (_view, quota) => {
    const list = (amount: (resource: QuotaResource) => string | undefined): string =>
      limitedBy(quota)
        .map((resource) => `${resource} ${amount(resource) ?? '0'}`)
        .join(', ');
    const scopes = quotaScopes(quota);
    return {
      wanted: 'resource-quota.wanted',
      observed: 'resource-quota.observed',
      values: {
        hard: `${list((resource) => quota.spec.hard[resource])}${scopes === '' ? '' : ` (${scopes})`}`,
        used: list((resource) => quota.status.used[resource]),
        free: list((resource) => formatQuantity(freeOf(quota, resource))),
      },
    };
  },
});
