/** Applies work that ends: Jobs and CronJobs. */
import type { CronJob } from '../../api/cron-job.ts';
import type { Job } from '../../api/job.ts';
import type { Status } from '../../api/status.ts';
import { isEqual } from '../../base/equal.ts';
import { parseSchedule } from '../controllers/cron-job/schedule.ts';
import { NEW_JOB } from '../verbs/create-job.ts';
import type { World } from '../world.ts';
import type { AppliedManifest } from './apply-manifest.ts';
import { invalid, invalidValue, type FieldError } from './invalid.ts';
import { appliedMeta } from './manifest-meta.ts';
import { updateObject } from './objects.ts';
import { defaultTemplate } from './pod-defaults.ts';
import { templateErrors } from './validate-template.ts';

/** How much work it is, and which, is settled. Source: ValidateJobSpecUpdate. */
function changedWork(spec: Job['spec'], before: Job['spec']): readonly FieldError[] {
  const fixed = (field: string, value: unknown) =>
    invalidValue('invalidJobImmutable', `spec.${field}`, value, 'field is immutable');
  return [
    ...(completionsOf(spec) === completionsOf(before) ? [] : [fixed('completions', spec.completions)]),
    ...(isEqual(spec.template, before.template) ? [] : [fixed('template', spec.template)]),
  ];
}

/** Where neither count is written, both are 1. */
function completionsOf({ completions, parallelism }: Job['spec']): number | undefined {
  return completions ?? (parallelism === 1 ? 1 : undefined);
}

export function applyJob(
  world: World,
  { apiVersion, kind, metadata, spec: written }: AppliedManifest<'Job'>,
  before?: Job,
): Status | null {
  const spec = { ...written, template: defaultTemplate(written.template) };
  const refusal = invalid(kind, metadata.name, [
    ...(before ? changedWork(spec, before.spec) : []),
    ...templateErrors(spec.template, 'spec.template', 'work'),
  ]);
  if (refusal) return refusal;
  const meta = appliedMeta(world, kind, metadata, before?.metadata);
  updateObject(world, { apiVersion, kind, metadata: meta, spec, status: before?.status ?? NEW_JOB });
  return null;
}

export function applyCronJob(
  world: World,
  { apiVersion, kind, metadata, spec }: AppliedManifest<'CronJob'>,
  before?: CronJob,
): Status | null {
  const why = 'expected exactly 5 fields: minute hour day month weekday';
  const { template } = spec.jobTemplate.spec;
  const refusal = invalid(kind, metadata.name, [
    ...(parseSchedule(spec.schedule) ? [] : [invalidValue('invalidSchedule', 'spec.schedule', spec.schedule, why)]),
    ...templateErrors(template, 'spec.jobTemplate.spec.template', 'work'),
  ]);
  if (refusal) return refusal;
  const jobSpec = { ...spec.jobTemplate.spec, template: defaultTemplate(template) };
  updateObject(world, {
    apiVersion,
    kind,
    metadata: appliedMeta(world, kind, metadata, before?.metadata),
    spec: { ...spec, jobTemplate: { ...spec.jobTemplate, spec: jobSpec } },
    status: cronJobStatus(spec, before, world.tick),
  });
  return null;
}

/** A changed schedule owes nothing for the time before. Source: cronjob_controllerv2.go, updateCronJob. */
function cronJobStatus({ schedule }: CronJob['spec'], before: CronJob | undefined, tick: number): CronJob['status'] {
  if (!before) return { lastScheduleTick: null };
  if (before.spec.schedule === schedule) return before.status;
  return { lastScheduleTick: before.status.lastScheduleTick, changedTick: tick };
}
