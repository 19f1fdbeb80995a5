/** Applies what makes pods besides Deployments: StatefulSets, DaemonSets, Jobs, CronJobs. */
import type { CronJob } from '../../api/cron-job.ts';
import type { DaemonSet } from '../../api/daemon-set.ts';
import type { Job } from '../../api/job.ts';
import type { StatefulSet } from '../../api/stateful-set.ts';
import type { PodTemplate } from '../../api/pod.ts';
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
import { validatePodSpec } from './validate-pod.ts';
import { workloadSelectorErrors } from './validate-selector.ts';

function templateErrors(template: PodTemplate, path: string, isWork: boolean): readonly FieldError[] {
  const { restartPolicy } = template.spec;
  const isAlways = restartPolicy === 'Always';
  const supported = isWork ? '"OnFailure", "Never"' : '"Always"';
  const field = `${path}.spec.restartPolicy`;
  const key = isWork ? 'invalidJobRestartPolicy' : 'invalidRestartPolicy';
  const problem = `Unsupported value: "${restartPolicy}": supported values: ${supported}`;
  const wrong = isAlways === isWork ? [{ key, field, problem, details: { value: restartPolicy } }] : [];
  return [...wrong, ...validatePodSpec(template.spec, `${path}.spec`)];
}

/** Its pods will have what the claim templates name: that may be mounted, too. */
function withClaimsNamed({ template, volumeClaimTemplates }: StatefulSet['spec']): PodTemplate {
  const claims = volumeClaimTemplates.map(({ metadata: { name } }) => ({
    name,
    persistentVolumeClaim: { claimName: name },
  }));
  const named = new Set(claims.map(({ name }) => name));
  const volumes = [...template.spec.volumes.filter(({ name }) => !named.has(name)), ...claims];
  return { ...template, spec: { ...template.spec, volumes } };
}

/** What a StatefulSet may be given anew: the rest of it stays. Source: ValidateStatefulSetUpdate. */
function fixedErrors(spec: StatefulSet['spec'], before: StatefulSet['spec']): readonly FieldError[] {
  const { replicas, template, updateStrategy, revisionHistoryLimit, minReadySeconds } = spec;
  const changed = { ...before, replicas, template, updateStrategy, revisionHistoryLimit, minReadySeconds };
  if (isEqual(changed, spec)) return [];
  const problem =
    "Forbidden: updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', " +
    "'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden";
  return [{ key: 'invalidStatefulSetImmutable', field: 'spec', problem }];
}

export function applyStatefulSet(
  world: World,
  { apiVersion, kind, metadata, spec }: AppliedManifest<'StatefulSet'>,
  before?: StatefulSet,
): Status | null {
  const refusal = invalid(kind, metadata.name, [
    ...workloadSelectorErrors('statefulset', spec, undefined),
    ...templateErrors(withClaimsNamed(spec), 'spec.template', false),
    ...(before ? fixedErrors(spec, before.spec) : []),
  ]);
  if (refusal) return refusal;
  const counts = { replicas: 0, readyReplicas: 0, availableReplicas: 0, updatedReplicas: 0 };
  updateObject(world, {
    apiVersion,
    kind,
    metadata: appliedMeta(world, kind, metadata, before?.metadata),
    spec: { ...spec, template: defaultTemplate(spec.template) },
    status: before?.status ?? { observedGeneration: 0, ...counts, updateRevision: '' },
  });
  return null;
}

export function applyDaemonSet(
  world: World,
  { apiVersion, kind, metadata, spec }: AppliedManifest<'DaemonSet'>,
  before?: DaemonSet,
): Status | null {
  const refusal = invalid(kind, metadata.name, [
    ...workloadSelectorErrors('daemonset', spec, before?.spec),
    ...templateErrors(spec.template, 'spec.template', false),
  ]);
  if (refusal) return refusal;
  const nobody = {
    observedGeneration: 0,
    desiredNumberScheduled: 0,
    currentNumberScheduled: 0,
    numberMisscheduled: 0,
    numberReady: 0,
    updatedNumberScheduled: 0,
  };
  updateObject(world, {
    apiVersion,
    kind,
    metadata: appliedMeta(world, kind, metadata, before?.metadata),
    spec: { ...spec, template: defaultTemplate(spec.template) },
    status: before?.status ?? nobody,
  });
  return null;
}

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
    ...templateErrors(spec.template, 'spec.template', true),
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
    ...templateErrors(template, 'spec.jobTemplate.spec.template', true),
  ]);
  if (refusal) return refusal;
  const jobSpec = { ...spec.jobTemplate.spec, template: defaultTemplate(template) };
  updateObject(world, {
    apiVersion,
    kind,
    metadata: appliedMeta(world, kind, metadata, before?.metadata),
    spec: { ...spec, jobTemplate: { ...spec.jobTemplate, spec: jobSpec } },
    status: before?.status ?? { lastScheduleTick: null },
  });
  return null;
}
