/** CronJob: the town bell. At each stroke of its schedule a Job begins. */
import { z } from 'zod';
import type { DeepReadonly } from '../base/freeze.ts';
import { jobSpec } from './job.ts';
import { manifestMeta, type ObjectMeta } from './meta.ts';
import { annotations, labels } from './names.ts';

/** Defaults: pkg/apis/batch/v1/defaults.go. */
export const cronJobSpec = z.strictObject({
  /** Five fields, in simulated time: tick 0 is 00:00 of Thursday, 1 January 1970. */
  schedule: z.string().min(1).max(200),
  startingDeadlineSeconds: z.int().min(0).optional(),
  concurrencyPolicy: z.enum(['Allow', 'Forbid', 'Replace']).default('Allow'),
  suspend: z.boolean().default(false),
  successfulJobsHistoryLimit: z.int().min(0).max(100).default(3),
  failedJobsHistoryLimit: z.int().min(0).max(100).default(1),
  jobTemplate: z.strictObject({
    metadata: z
      .strictObject({ labels: labels.default({}), annotations: annotations.default({}) })
      .default({ labels: {}, annotations: {} }),
    spec: jobSpec,
  }),
});
export type CronJobSpec = DeepReadonly<z.infer<typeof cronJobSpec>>;

export const cronJobManifest = z.strictObject({
  apiVersion: z.literal('batch/v1'),
  kind: z.literal('CronJob'),
  metadata: manifestMeta,
  spec: cronJobSpec,
});

export interface CronJob {
  readonly apiVersion: 'batch/v1';
  readonly kind: 'CronJob';
  readonly metadata: ObjectMeta;
  readonly spec: CronJobSpec;
  readonly status: {
    /** The stroke that was last answered with a Job. */
    readonly lastScheduleTick: number | null;
    /** The stroke after it that was last told to wait until a Job has ended; absent where none was. */
    readonly heldTick?: number;
    /** When its schedule was last changed; absent where it was not, or a stroke since then was answered. */
    readonly changedTick?: number;
  };
}

/** When the CronJob meant a Job to start: an annotation on that Job. Source: api/batch/v1/types.go. */
export const SCHEDULED_AT_ANNOTATION = 'batch.kubernetes.io/cronjob-scheduled-timestamp';
