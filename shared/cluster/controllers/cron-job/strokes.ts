/** Which stroke of a CronJob is to be answered, and which of its Jobs are kept. Source: pkg/controller/cronjob. */
import { jobEnd, type Job } from '../../../api/job.ts';
import type { CronJob } from '../../../api/cron-job.ts';
import { byCodeUnit } from '../../../base/order.ts';
import type { View } from '../../../store/store.ts';
import { finishedTick } from '../job/job-status.ts';
import { nextStroke, parseSchedule } from './schedule.ts';

/** Of the strokes that were missed only the last counts. */
const MOST_MISSED = 100;

export function jobsOf(view: View, { metadata }: CronJob): readonly Job[] {
  return view.by('jobsByController', metadata.uid).flatMap((key) => view.get('Job', key) ?? []);
}

/** The last stroke that nobody has answered; null where there is none. */
export function dueStroke({ metadata, spec, status }: CronJob, tick: number): number | null {
  const schedule = parseSchedule(spec.schedule);
  if (!schedule || spec.suspend) return null;
  const earliest = Math.max(status.lastScheduleTick ?? metadata.creationTick, tick - startingWindow(spec, tick));
  let due: number | null = null;
  let next = nextStroke(schedule, earliest);
  for (let missed = 0; next !== null && next <= tick && missed < MOST_MISSED; missed += 1) {
    due = next;
    next = nextStroke(schedule, next);
  }
  return due;
}

/** How late a Job may still start. */
function startingWindow({ startingDeadlineSeconds }: CronJob['spec'], tick: number): number {
  return startingDeadlineSeconds ?? tick;
}

export function comingStroke({ spec }: CronJob, tick: number): number | null {
  const schedule = parseSchedule(spec.schedule);
  return schedule && !spec.suspend ? nextStroke(schedule, tick) : null;
}

/** Jobs that are over beyond the limits, the oldest first. */
export function forgottenJobs(view: View, cronJob: CronJob): readonly Job[] {
  const jobs = jobsOf(view, cronJob);
  const { successfulJobsHistoryLimit, failedJobsHistoryLimit } = cronJob.spec;
  const beyond = (end: 'Complete' | 'Failed', limit: number) => {
    const over = jobs
      .filter((job) => jobEnd(job) === end)
      .sort((a, b) => (finishedTick(a) ?? 0) - (finishedTick(b) ?? 0) || byCodeUnit(a.metadata.name, b.metadata.name));
    return over.slice(0, Math.max(0, over.length - limit));
  };
  return [...beyond('Complete', successfulJobsHistoryLimit), ...beyond('Failed', failedJobsHistoryLimit)];
}
