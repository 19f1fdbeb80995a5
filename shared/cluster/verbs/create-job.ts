/** createJob: answers a stroke of a CronJob, with a Job or, where its policy says so, without. */
import { z } from 'zod';
import { SCHEDULED_AT_ANNOTATION, type CronJob } from '../../api/cron-job.ts';
import { jobEnd, type Job, type JobStatus } from '../../api/job.ts';
import { keyOf } from '../../api/meta.ts';
import { failure, notFound } from '../../api/status.ts';
import { floorDiv } from '../../base/integers.ts';
import { recordEvent } from '../api-server/events.ts';
import { deleteObject, newMeta, ownerReference } from '../api-server/objects.ts';
import { dueStroke, jobsOf } from '../controllers/cron-job/strokes.ts';
import type { World } from '../world.ts';
import { objectKey } from './fields.ts';
import { defineVerb } from './verb.ts';

const SOURCE = 'cronjob-controller';

export const NEW_JOB: JobStatus = {
  startTick: null,
  completionTick: null,
  active: 0,
  ready: 0,
  succeeded: 0,
  failed: 0,
  conditions: [],
  countedPods: [],
  failuresInRow: 0,
  lastFailureTick: null,
};

export const createJob = defineVerb({
  schema: z.strictObject({ verb: z.literal('createJob'), cronJob: objectKey }),
  apply: (world, { cronJob: key }) => {
    const cronJob = world.get('CronJob', key);
    if (!cronJob) return notFound('CronJob', key);
    const { name } = cronJob.metadata;
    const stroke = dueStroke(cronJob, world.tick);
    if (stroke === null) return failure('Conflict', 'noStroke', `cronjob "${name}" is not due`, { name });
    const running = jobsOf(world, cronJob).filter((job) => jobEnd(job) === null);
    world.put({ ...cronJob, status: { ...cronJob.status, lastScheduleTick: stroke } });
    if (running.length > 0 && cronJob.spec.concurrencyPolicy === 'Forbid') {
      recordEvent(world, cronJob, {
        type: 'Normal',
        reason: 'JobAlreadyActive',
        message: 'Not starting job because prior execution is running and concurrency policy is Forbid',
        details: { name },
        source: SOURCE,
      });
      return null;
    }
    if (cronJob.spec.concurrencyPolicy === 'Replace') takeDown(world, running);
    begin(world, cronJob, stroke);
    return null;
  },
});

function takeDown(world: World, jobs: readonly Job[]): void {
  for (const { metadata } of jobs) deleteObject(world, 'Job', keyOf(metadata));
}

/** Named by the stroke's minute, so that one stroke never starts two. */
function begin(world: World, cronJob: CronJob, stroke: number): void {
  const { namespace } = cronJob.metadata;
  const name = `${cronJob.metadata.name}-${floorDiv(stroke, 60)}`;
  if (world.get('Job', keyOf({ namespace, name }))) return;
  const { metadata, spec } = cronJob.spec.jobTemplate;
  const annotations = { ...metadata.annotations, [SCHEDULED_AT_ANNOTATION]: String(stroke) };
  const owner = ownerReference(cronJob);
  world.put({
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: newMeta(world, 'Job', { name, namespace, labels: metadata.labels, annotations, owner }),
    spec,
    status: NEW_JOB,
  });
  recordEvent(world, cronJob, {
    type: 'Normal',
    reason: 'SuccessfulCreate',
    message: `Created job ${name}`,
    details: { name },
    source: SOURCE,
  });
}
