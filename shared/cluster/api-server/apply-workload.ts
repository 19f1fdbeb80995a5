/** Applies what makes pods besides Deployments: ReplicaSets, StatefulSets, DaemonSets. */
import type { DaemonSet } from '../../api/daemon-set.ts';
import { NEW_REPLICA_SET, type ReplicaSet } from '../../api/replica-set.ts';
import type { StatefulSet } from '../../api/stateful-set.ts';
import type { PodTemplate } from '../../api/pod.ts';
import type { Status } from '../../api/status.ts';
import { isEqual } from '../../base/equal.ts';
import type { World } from '../world.ts';
import type { AppliedManifest } from './apply-manifest.ts';
import { invalid, type FieldError } from './invalid.ts';
import { appliedMeta } from './manifest-meta.ts';
import { updateObject } from './objects.ts';
import { defaultTemplate } from './pod-defaults.ts';
import { workloadSelectorErrors } from './validate-selector.ts';
import { daemonUpdateErrors } from './validate-daemon-set.ts';
import { templateErrors } from './validate-template.ts';

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
    ...templateErrors(withClaimsNamed(spec), 'spec.template', 'StatefulSet'),
    ...(before ? fixedErrors(spec, before.spec) : []),
  ]);
  if (refusal) return refusal;
  const counts = { replicas: 0, readyReplicas: 0, availableReplicas: 0, currentReplicas: 0, updatedReplicas: 0 };
  const revisions = { currentRevision: '', updateRevision: '', currentTemplate: null };
  updateObject(world, {
    apiVersion,
    kind,
    metadata: appliedMeta(world, kind, metadata, before?.metadata),
    spec: { ...spec, template: defaultTemplate(spec.template) },
    status: before?.status ?? { observedGeneration: 0, ...counts, ...revisions },
  });
  return null;
}

export function applyReplicaSet(
  world: World,
  { apiVersion, kind, metadata, spec }: AppliedManifest<'ReplicaSet'>,
  before?: ReplicaSet,
): Status | null {
  const refusal = invalid(kind, metadata.name, [
    ...workloadSelectorErrors('replicaset', spec, before?.spec),
    ...templateErrors(spec.template, 'spec.template', 'ReplicaSet'),
  ]);
  if (refusal) return refusal;
  updateObject(world, {
    apiVersion,
    kind,
    metadata: appliedMeta(world, kind, metadata, before?.metadata),
    spec: { ...spec, template: defaultTemplate(spec.template) },
    status: before?.status ?? NEW_REPLICA_SET,
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
    ...daemonUpdateErrors(spec),
    ...templateErrors(spec.template, 'spec.template', 'DaemonSet'),
  ]);
  if (refusal) return refusal;
  const nobody = {
    observedGeneration: 0,
    desiredNumberScheduled: 0,
    currentNumberScheduled: 0,
    numberMisscheduled: 0,
    numberReady: 0,
    numberAvailable: 0,
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
