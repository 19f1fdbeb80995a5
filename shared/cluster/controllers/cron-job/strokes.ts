/** Which stroke of a CronJob is to be answered, and which of its Jobs are kept. Source: pkg/controller/cronjob. */
import { jobEnd, type Job } from '../../../api/job.ts';
import type { CronJob } from '../../../api/cron-job.ts';
import { MAX_INT32 } from '../../../api/int32.ts';
import { floorDiv } from '../../../base/integers.ts';
import { byCodeUnit } from '../../../base/order.ts';
import type { View } from '../../../store/store.ts';
import { nextStroke, parseSchedule } from './schedule.ts';

/** More than these look like a clock that goes wrong: only then is it told. */
const MOST_MISSED = 100;

export function jobsOf(view: View, { metadata }: CronJob): readonly Job[] {
  return view.by('jobsByController', metadata.uid).flatMap((key) => view.get('Job', key) ?? []);
}

interface Stroke {
  readonly tick: number;
  /** It is the last of a great many that nobody has answered. */
  readonly isOfMany: boolean;
}

/** Of the strokes that nobody has answered the last one; null where there is none. */
export function dueStroke({ metadata, spec, status }: CronJob, tick: number): Stroke | null {
  const schedule = parseSchedule(spec.schedule);
  if (!schedule || spec.suspend) return null;
  // A new schedule has no strokes from before it was set.
  const since = Math.max(status.lastScheduleTick ?? metadata.creationTick, status.changedTick ?? 0);
  const earliest = Math.max(since, tick - startingWindow(spec, tick));
  const first = nextStroke(schedule, earliest);
  if (first === null || first > tick) return null;
  const second = nextStroke(schedule, first);
  let last = first;
  for (let next = second; next !== null && next <= tick; next = nextStroke(schedule, next)) last = next;
  // How many there were is reckoned from the time between the first two.
  const missed = second === null || last === first ? 1 : floorDiv(tick - first, second - first) + 1;
  return { tick: last, isOfMany: missed > MOST_MISSED };
}

export function runningJobs(view: View, cronJob: CronJob): readonly Job[] {
  return jobsOf(view, cronJob).filter((job) => jobEnd(job) === null);
}

/** A Job that still runs keeps the next from starting. */
export function isHeldUp(view: View, cronJob: CronJob): boolean {
  return cronJob.spec.concurrencyPolicy === 'Forbid' && runningJobs(view, cronJob).length > 0;
}

/** The stroke that is to be answered now; null also where it has been told to wait, and still has to. */
export function strokeToAnswer(view: View, cronJob: CronJob): Stroke | null {
  const due = dueStroke(cronJob, view.tick);
  return due?.tick === cronJob.status.heldTick && isHeldUp(view, cronJob) ? null : due;
}

/** How late a Job may still start. */
function startingWindow({ startingDeadlineSeconds }: CronJob['spec'], tick: number): number {
  return startingDeadlineSeconds ?? tick;
}

export function comingStroke({ spec }: CronJob, tick: number): number | null {
  const schedule = parseSchedule(spec.schedule);
  return schedule && !spec.suspend ? nextStroke(schedule, tick) : null;
}

/** Jobs that are over beyond the limits: those go that began first. Source: utils.go, byJobStartTime. */
export function forgottenJobs(view: View, cronJob: CronJob): readonly Job[] {
  const jobs = jobsOf(view, cronJob);
  const { successfulJobsHistoryLimit, failedJobsHistoryLimit } = cronJob.spec;
  const beyond = (end: 'Complete' | 'Failed', limit: number) => {
    const over = jobs
      .filter((job) => jobEnd(job) === end)
      .sort((a, b) => beganTick(a) - beganTick(b) || byCodeUnit(a.metadata.name, b.metadata.name));
    return over.slice(0, Math.max(0, over.length - limit));
  };
  return [...beyond('Complete', successfulJobsHistoryLimit), ...beyond('Failed', failedJobsHistoryLimit)];
}

/** One that never began is the last. */
const beganTick = ({ status }: Job): number => status.startTick ?? MAX_INT32;
