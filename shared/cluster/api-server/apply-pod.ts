/** Applies a bare pod: one without a controller, which nobody replaces when it is gone. */
import type { Container, Pod, PodSpec } from '../../api/pod.ts';
import type { Status } from '../../api/status.ts';
import { isEqual } from '../../base/equal.ts';
import { refuseImages } from '../registry/image-policy.ts';
import { refusePod } from './pod-admission.ts';
import type { World } from '../world.ts';
import { keepPullPolicies } from './apply-deployment.ts';
import type { AppliedManifest } from './apply-manifest.ts';
import { invalid, invalidValue, type FieldError } from './invalid.ts';
import { appliedMeta } from './manifest-meta.ts';
import { updateObject } from './objects.ts';
import { defaultPodSpec } from './pod-defaults.ts';
import { createPod } from './pods.ts';
import { priorityRefusal } from './priority.ts';
import { validatePodSpec } from './validate-pod.ts';
import { keepsTolerations } from './validate-tolerations.ts';

export function applyPod(world: World, manifest: AppliedManifest<'Pod'>, before?: Pod): Status | null {
  const { metadata, spec } = manifest;
  const refusal = invalid('Pod', metadata.name, validatePodSpec(spec, 'spec'));
  if (refusal) return refusal;
  if (!before) {
    const notAdmitted =
      priorityRefusal(world, metadata.name, spec) ?? refusePod(world.live, metadata.namespace, metadata.name, spec);
    if (notAdmitted) return notAdmitted;
    createPod(world, appliedMeta(world, 'Pod', metadata, undefined), spec);
    return null;
  }
  const wanted = defaultPodSpec(
    keepPullPolicies({ ...manifest, spec: { ...spec, nodeName: spec.nodeName ?? before.spec.nodeName } }, before).spec,
  );
  const { priority, preemptionPolicy } = before.spec;
  // Its class was looked up when it was made, and not again.
  const admitted =
    priority === undefined
      ? wanted
      : {
          ...wanted,
          priority: wanted.priority ?? priority,
          preemptionPolicy: wanted.preemptionPolicy ?? preemptionPolicy,
        };
  const forbidden = invalid('Pod', metadata.name, updateErrors(admitted, before.spec));
  if (forbidden) return forbidden;
  const notAdmitted = isEqual(admitted, before.spec) ? null : refuseImages(world, metadata.name, admitted);
  if (notAdmitted) return notAdmitted;
  updateObject(world, { ...before, metadata: appliedMeta(world, 'Pod', metadata, before.metadata), spec: admitted });
  return null;
}

const CHANGEABLE =
  '`spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,' +
  '`spec.tolerations` (only additions to existing tolerations),' +
  '`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)';

/** Source: pkg/apis/core/validation, ValidatePodUpdate. */
function updateErrors(spec: PodSpec, before: PodSpec): readonly FieldError[] {
  const { activeDeadlineSeconds: deadline } = before;
  if (deadline !== undefined && (spec.activeDeadlineSeconds ?? deadline + 1) > deadline) {
    const why =
      spec.activeDeadlineSeconds === undefined
        ? 'must not update from a positive integer to nil value'
        : 'must be less than or equal to previous value';
    return [invalidValue('invalidPodDeadlineLonger', 'spec.activeDeadlineSeconds', spec.activeDeadlineSeconds, why)];
  }
  for (const list of ['initContainers', 'containers'] as const) {
    if (spec[list].length === before[list].length) continue;
    return [unchangeable(`spec.${list}`, 'pod updates may not add or remove containers')];
  }
  if (!keepsTolerations(before.tolerations, spec.tolerations)) {
    return [unchangeable('spec.tolerations', 'existing toleration can not be modified except its tolerationSeconds')];
  }
  if (isEqual(withoutChanges(spec, before), before)) return [];
  return [unchangeable('spec', `pod updates may not change fields other than ${CHANGEABLE}`)];
}

function unchangeable(field: string, why: string): FieldError {
  return { key: 'invalidPodImmutable', field, problem: `Forbidden: ${why}` };
}

/** As it would be if what a pod may be given anew had stayed: its images, a deadline, more tolerations. */
function withoutChanges(spec: PodSpec, before: PodSpec): PodSpec {
  const known = [...before.initContainers, ...before.containers];
  const asBefore = (container: Container): Container => {
    const image = known.find(({ name }) => name === container.name)?.image;
    return image === undefined ? container : { ...container, image };
  };
  const { activeDeadlineSeconds: _deadline, ...rest } = spec;
  const { activeDeadlineSeconds, tolerations } = before;
  return {
    ...rest,
    ...(activeDeadlineSeconds === undefined ? {} : { activeDeadlineSeconds }),
    tolerations,
    initContainers: spec.initContainers.map(asBefore),
    containers: spec.containers.map(asBefore),
  };
}
