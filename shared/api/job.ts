/** Job: work that ends. So many pods must finish well; then it is done. */
import { z } from 'zod';
import type { DeepReadonly } from '../base/freeze.ts';
import { manifestMeta, type Condition, type ObjectMeta } from './meta.ts';
import { podTemplate } from './pod.ts';

/** Defaults: pkg/apis/batch/v1/defaults.go. */
export const jobSpec = z.strictObject({
  parallelism: z.int().min(0).max(500).default(1),
  /** Absent: a queue of work, done when one pod ended well and the rest ended. */
  completions: z.int().min(0).max(10_000).optional(),
  backoffLimit: z.int().min(0).max(1000).default(6),
  activeDeadlineSeconds: z.int().min(1).optional(),
  ttlSecondsAfterFinished: z.int().min(0).optional(),
  suspend: z.boolean().default(false),
  template: podTemplate,
});
export type JobSpec = DeepReadonly<z.infer<typeof jobSpec>>;

export const jobManifest = z.strictObject({
  apiVersion: z.literal('batch/v1'),
  kind: z.literal('Job'),
  metadata: manifestMeta,
  spec: jobSpec,
});

/** What it comes to is settled first (FailureTarget, SuccessCriteriaMet) and final only when all its pods have ended. */
type JobConditionType = 'FailureTarget' | 'SuccessCriteriaMet' | 'Complete' | 'Failed' | 'Suspended';

export interface JobStatus {
  readonly startTick: number | null;
  readonly completionTick: number | null;
  readonly active: number;
  readonly ready: number;
  readonly succeeded: number;
  readonly failed: number;
  readonly conditions: readonly Condition<JobConditionType>[];
  /** Uids of ended pods that are counted, as long as those pods are there. */
  readonly countedPods: readonly string[];
  /** Failures since the last success, and when the last one was: the wait before the next pod follows from both. */
  readonly failuresInRow: number;
  readonly lastFailureTick: number | null;
}

export interface Job {
  readonly apiVersion: 'batch/v1';
  readonly kind: 'Job';
  readonly metadata: ObjectMeta;
  readonly spec: JobSpec;
  readonly status: JobStatus;
}

export type JobEnd = 'Complete' | 'Failed';

export const SETTLED_BY = { Complete: 'SuccessCriteriaMet', Failed: 'FailureTarget' } as const;

type Ending = Pick<Job, 'status'>;

/** How it ended; null while it goes on, or some of its pods have not ended yet. */
export function jobEnd(job: Ending): JobEnd | null {
  return (['Complete', 'Failed'] as const).find((end) => isTrue(job, end)) ?? null;
}

/** How it will end, as soon as that is settled: from then on it begins nothing new. Null while it goes on. */
export function settledEnd(job: Ending): JobEnd | null {
  return (['Complete', 'Failed'] as const).find((end) => isTrue(job, SETTLED_BY[end])) ?? null;
}

function isTrue({ status }: Ending, type: JobConditionType): boolean {
  return status.conditions.some((condition) => condition.type === type && condition.status === 'True');
}
