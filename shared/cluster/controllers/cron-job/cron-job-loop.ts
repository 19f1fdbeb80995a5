/** The CronJob controller: at each stroke a Job, and no more old ones than are kept. */
import { controllerOf, keyOf } from '../../../api/meta.ts';
import type { Job } from '../../../api/job.ts';
import { controlLoop } from '../../loop.ts';
import { inControllerManager } from '../../processes.ts';
import { comingStroke, forgottenJobs, strokeToAnswer } from './strokes.ts';

export const cronJobLoop = controlLoop({
  name: 'cron-job',
  process: inControllerManager,
  component: 'cronjob-controller',
  switchOf: () => 'cron-job',
  keys: (view) => view.keys('CronJob'),
  watches: {
    CronJob: (change) => [change.key],
    Job: ({ before, after }) => {
      const { metadata } = (after ?? before) as Job;
      const owner = controllerOf(metadata);
      return owner?.kind === 'CronJob' ? [keyOf({ ...metadata, name: owner.name })] : [];
    },
  },
  deadlines: {
    CronJob: (cronJob, view) => {
      const tick = comingStroke(cronJob, view.tick);
      return tick === null ? [] : [{ tick, key: keyOf(cronJob.metadata) }];
    },
  },
  plan: (view, key) => {
    const cronJob = view.get('CronJob', key);
    if (!cronJob) return [];
    const forgotten = forgottenJobs(view, cronJob).map(
      ({ metadata }) => ({ verb: 'delete', kind: 'Job', key: keyOf(metadata) }) as const,
    );
    return strokeToAnswer(view, cronJob) === null ? forgotten : [{ verb: 'createJob', cronJob: key }, ...forgotten];
  },
});
