/** Creates what a manifest describes, or changes what is there to it. One handler per kind: it checks, then writes. */
import type { ApiKinds, Manifest, ManifestKind } from '../../api/kinds.ts';
import { keyOf } from '../../api/meta.ts';
import type { Status } from '../../api/status.ts';
import type { DeepReadonly } from '../../base/freeze.ts';
import type { World } from '../world.ts';
import { applyDeployment } from './apply-deployment.ts';
import { applyPod } from './apply-pod.ts';
import { applyService } from './apply-service.ts';
import { appliedMeta, conflictOf } from './manifest-meta.ts';
import { updateObject } from './objects.ts';

export type AppliedManifest<K extends ManifestKind> = DeepReadonly<Extract<Manifest, { kind: K }>>;

type Handlers = {
  readonly [K in ManifestKind]: (world: World, manifest: AppliedManifest<K>, before?: ApiKinds[K]) => Status | null;
};

const HANDLERS: Handlers = {
  Pod: applyPod,
  Deployment: applyDeployment,
  Service: applyService,
  ConfigMap: (world, { apiVersion, kind, metadata, data }, before) => {
    updateObject(world, { apiVersion, kind, metadata: appliedMeta(world, kind, metadata, before?.metadata), data });
    return null;
  },
};

export function applyManifest(world: World, manifest: DeepReadonly<Manifest>): Status | null {
  const { kind, metadata } = manifest;
  const before = world.get(kind, keyOf(metadata));
  const handle = HANDLERS[kind] as (
    world: World,
    manifest: DeepReadonly<Manifest>,
    before?: ApiKinds[ManifestKind],
  ) => Status | null;
  return conflictOf(kind, metadata, before?.metadata) ?? handle(world, manifest, before);
}
