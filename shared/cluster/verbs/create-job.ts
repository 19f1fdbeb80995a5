/** createJob: answers a stroke of a CronJob with a Job or, where its policy says so, has it wait. */
import { z } from 'zod';
import { SCHEDULED_AT_ANNOTATION, type CronJob } from '../../api/cron-job.ts';
import type { Job, JobStatus } from '../../api/job.ts';
import { keyOf } from '../../api/meta.ts';
import { failure, notFound } from '../../api/status.ts';
import { floorDiv } from '../../base/integers.ts';
import { recordEvent } from '../api-server/events.ts';
import { refuseNamespace } from '../api-server/namespaces.ts';
import { deleteObject, newMeta, ownerReference } from '../api-server/objects.ts';
import { dueStroke, isHeldUp, runningJobs } from '../controllers/cron-job/strokes.ts';
import { tellOfReplacedJob } from '../controllers/workloads/told-deletions.ts';
import type { World } from '../world.ts';
import { objectKey } from './fields.ts';
import { defineVerb } from './verb.ts';

const SOURCE = 'cronjob-controller';
const STILL_RUNNING = 'Not starting job because prior execution is running and concurrency policy is Forbid';
const MANY_MISSED = 'too many missed start times. Set or decrease .spec.startingDeadlineSeconds or check clock skew';

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
    const due = dueStroke(cronJob, world.tick);
    if (due === null) return failure('Conflict', 'noStroke', `cronjob "${name}" is not due`, { name });
    const refusal = refuseNamespace(world, 'Job', cronJob.metadata);
    if (refusal) return refusal;
    const waits = isHeldUp(world, cronJob);
    if (waits && cronJob.status.heldTick === due.tick) {
      const message = `cronjob "${name}" waits for its job to end`;
      return failure('Conflict', 'jobActive', message, { name });
    }
    if (due.isOfMany) tell(world, cronJob, 'Warning', 'TooManyMissedTimes', MANY_MISSED);
    if (waits) {
      // The stroke is not answered: when the Job has ended, its turn comes.
      world.put({ ...cronJob, status: { ...cronJob.status, heldTick: due.tick } });
      tell(world, cronJob, 'Normal', 'JobAlreadyActive', STILL_RUNNING);
      return null;
    }
    world.put({ ...cronJob, status: { lastScheduleTick: due.tick } });
    if (cronJob.spec.concurrencyPolicy === 'Replace') takeDown(world, runningJobs(world, cronJob));
    begin(world, cronJob, due.tick);
    return null;
  },
});

function tell(world: World, cronJob: CronJob, type: 'Normal' | 'Warning', reason: string, message: string): void {
  const { name } = cronJob.metadata;
  recordEvent(world, cronJob, { type, reason, message, details: { name }, source: SOURCE });
}

function takeDown(world: World, jobs: readonly Job[]): void {
  for (const job of jobs) {
    tellOfReplacedJob(world, job);
    deleteObject(world, 'Job', keyOf(job.metadata));
  }
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
