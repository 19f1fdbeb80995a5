/** What is cleared away, and how much there may be. */
import { finishedTick } from '../../../../shared/cluster/controllers/job/job-status.ts';
import { contentsOf } from '../../../../shared/cluster/api-server/namespaces.ts';
import { parseMilli } from '../../../../shared/api/quantity.ts';
import { QUOTA_RESOURCES } from '../../../../shared/api/resource-quota.ts';
import { formatTicks } from '../../../i18n/i18n.ts';
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
  of: (_view, { spec, status }) => {
    const named = QUOTA_RESOURCES.filter((name) => spec.hard[name] !== undefined);
    const isCpu = (name: string) => name.endsWith('.cpu');
    const used = named.map((name) => `${name} ${status.used[name] ?? 0}${isCpu(name) ? 'm' : ''}`);
    const hard = named.map((name) => {
      const milli = parseMilli(spec.hard[name] ?? '0');
      return `${name} ${isCpu(name) ? `${milli}m` : milli / 1000}`;
    });
    return {
      wanted: 'resource-quota.wanted',
      observed: 'resource-quota.observed',
      values: { hard: hard.join(', '), used: used.join(', ') },
    };
  },
});
