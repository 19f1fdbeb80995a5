/** Applies a PersistentVolumeClaim: its storage is there at once, and grows but never shrinks. */
import type { PersistentVolumeClaim } from '../../api/persistent-volume-claim.ts';
import { parseWhole } from '../../api/quantity.ts';
import type { Status } from '../../api/status.ts';
import { isEqual } from '../../base/equal.ts';
import type { World } from '../world.ts';
import type { AppliedManifest } from './apply-manifest.ts';
import { invalid } from './invalid.ts';
import { appliedMeta } from './manifest-meta.ts';
import { updateObject } from './objects.ts';

export function applyClaim(
  world: World,
  { metadata, spec }: AppliedManifest<'PersistentVolumeClaim'>,
  before?: PersistentVolumeClaim,
): Status | null {
  const refusal = before ? refuseChange(metadata.name, spec, before.spec) : null;
  if (refusal) return refusal;
  const meta = appliedMeta(world, 'PersistentVolumeClaim', metadata, before?.metadata);
  updateObject(world, {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: meta,
    spec,
    status: before?.status ?? { phase: 'Bound', volumeName: `pvc-${meta.uid}` },
  });
  return null;
}

/** Source: pkg/apis/core/validation, ValidatePersistentVolumeClaimUpdate. */
function refuseChange(
  name: string,
  now: PersistentVolumeClaim['spec'],
  old: PersistentVolumeClaim['spec'],
): Status | null {
  const grown = { ...now, resources: old.resources };
  if (!isEqual(grown, old)) {
    const problem = 'Forbidden: spec is immutable after creation except resources.requests for bound claims';
    return invalid('PersistentVolumeClaim', name, [{ key: 'invalidClaimImmutable', field: 'spec', problem }]);
  }
  if (parseWhole(now.resources.requests.storage) >= parseWhole(old.resources.requests.storage)) return null;
  const problem = 'Forbidden: field can not be less than status.capacity';
  const field = 'spec.resources.requests.storage';
  return invalid('PersistentVolumeClaim', name, [{ key: 'invalidClaimShrinks', field, problem }]);
}
