/** Applies a bare pod: one without a controller, which nobody replaces when it is gone. */
import type { Pod } from '../../api/pod.ts';
import type { Status } from '../../api/status.ts';
import { isEqual } from '../../base/equal.ts';
import { refuseQuota } from '../controllers/quota/quota.ts';
import type { World } from '../world.ts';
import { keepPullPolicies } from './apply-deployment.ts';
import type { AppliedManifest } from './apply-manifest.ts';
import { invalid } from './invalid.ts';
import { appliedMeta } from './manifest-meta.ts';
import { updateObject } from './objects.ts';
import { defaultPodSpec } from './pod-defaults.ts';
import { createPod } from './pods.ts';
import { priorityRefusal } from './priority.ts';
import { validatePodSpec } from './validate-pod.ts';

export function applyPod(world: World, manifest: AppliedManifest<'Pod'>, before?: Pod): Status | null {
  const { metadata, spec } = manifest;
  const refusal =
    invalid('Pod', metadata.name, validatePodSpec(spec, 'spec')) ?? priorityRefusal(world, metadata.name, spec);
  if (refusal) return refusal;
  if (!before) {
    const overQuota = refuseQuota(world, metadata.namespace, metadata.name, spec);
    if (overQuota) return overQuota;
    createPod(world, appliedMeta(world, 'Pod', metadata, undefined), spec);
    return null;
  }
  const wanted = defaultPodSpec(
    keepPullPolicies({ ...manifest, spec: { ...spec, nodeName: spec.nodeName ?? before.spec.nodeName } }, before).spec,
  );
  const { priority, preemptionPolicy } = before.spec;
  // Its class was looked up when it was made, and not again.
  const admitted = priority === undefined ? wanted : { ...wanted, priority, preemptionPolicy };
  if (!isEqual(admitted, before.spec)) {
    return invalid('Pod', metadata.name, [
      {
        key: 'invalidPodImmutable',
        field: 'spec',
        problem: 'Forbidden: pod updates may not change fields of a pod that is there',
      },
    ]);
  }
  updateObject(world, { ...before, metadata: appliedMeta(world, 'Pod', metadata, before.metadata) });
  return null;
}
