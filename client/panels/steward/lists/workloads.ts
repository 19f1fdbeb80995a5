/** StatefulSets, DaemonSets, Jobs and CronJobs. */
import { jobEnd, settledEnd } from '../../../../shared/api/job.ts';
import { comingStroke, runningJobs } from '../../../../shared/cluster/controllers/cron-job/strokes.ts';
import { nextPodTick, wantedActive } from '../../../../shared/cluster/controllers/job/job-pods.ts';
import { formatTicks } from '../../../i18n/i18n.ts';
import { listOfKind } from '../work-list.ts';

export const statefulSets = listOfKind({
  id: 'stateful-set',
  switchId: 'stateful-set',
  loops: ['stateful-set'],
  kind: 'StatefulSet',
  of: (_view, { spec, status }) => ({
    wanted: 'stateful-set.wanted',
    observed: 'stateful-set.observed',
    values: {
      wanted: spec.replicas,
      last: Math.max(0, spec.replicas - 1),
      image: spec.template.spec.containers[0]?.image ?? '',
      now: status.replicas,
      ready: status.readyReplicas,
      updated: status.updatedReplicas,
    },
  }),
});

export const daemonSets = listOfKind({
  id: 'daemon-set',
  switchId: 'daemon-set',
  loops: ['daemon-set'],
  kind: 'DaemonSet',
  of: (_view, { status }) => ({
    wanted: 'daemon-set.wanted',
    observed: 'daemon-set.observed',
    values: {
      wanted: status.desiredNumberScheduled,
      now: status.currentNumberScheduled,
      ready: status.numberReady,
      misplaced: status.numberMisscheduled,
    },
  }),
});

export const jobs = listOfKind({
  id: 'job',
  switchId: 'job',
  loops: ['job'],
  kind: 'Job',
  of: (view, job) => {
    const { spec, status } = job;
    const end = jobEnd(job);
    const settled = settledEnd(job);
    const waits = Math.max(0, nextPodTick(status) - view.tick);
    const values = {
      completions: spec.completions ?? 1,
      active: status.active,
      wanted: settled === null ? wantedActive(job, status.active) : 0,
      succeeded: status.succeeded,
      failed: status.failed,
      limit: spec.backoffLimit,
      time: formatTicks(waits),
    };
    if (settled !== null) {
      return { wanted: 'job.over', observed: end === null ? `job.settled${settled}` : `job.${end}`, values };
    }
    const observed = spec.suspend ? 'job.suspended' : waits > 0 ? 'job.waits' : 'job.observed';
    return { wanted: spec.completions === undefined ? 'job.queue' : 'job.wanted', observed, values };
  },
});

export const cronJobs = listOfKind({
  id: 'cron-job',
  switchId: 'cron-job',
  loops: ['cron-job'],
  kind: 'CronJob',
  of: (view, cronJob) => {
    const next = comingStroke(cronJob, view.tick);
    const running = runningJobs(view, cronJob).length;
    const values = {
      schedule: cronJob.spec.schedule,
      policy: cronJob.spec.concurrencyPolicy,
      time: next === null ? '--' : formatTicks(next - view.tick),
      running,
    };
    return {
      wanted: 'cron-job.wanted',
      observed: cronJob.spec.suspend ? 'cron-job.suspended' : 'cron-job.observed',
      values,
    };
  },
});
