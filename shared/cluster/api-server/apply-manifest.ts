/** Creates what a manifest describes, or changes what is there to it. One handler per kind: it checks, then writes. */
import type { ApiKinds, Manifest, ManifestKind } from '../../api/kinds.ts';
import type { Status } from '../../api/status.ts';
import type { DeepReadonly } from '../../base/freeze.ts';
import { mergedManifest } from '../manifests/merged-manifest.ts';
import type { WrittenManifest } from '../manifests/written-manifest.ts';
import type { World } from '../world.ts';
import { secretData } from '../../api/secret.ts';
import { applyClaim } from './apply-claim.ts';
import { applyDeployment } from './apply-deployment.ts';
import { applyPod } from './apply-pod.ts';
import { applyAutoscaler, applyBudget } from './apply-policy.ts';
import { applyPriorityClass } from './apply-priority-class.ts';
import { applyCronJob, applyJob } from './apply-work.ts';
import { applyDaemonSet, applyReplicaSet, applyStatefulSet } from './apply-workload.ts';
import { applyNamespace, applyQuota, refuseNamespace } from './namespaces.ts';
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
  ReplicaSet: applyReplicaSet,
  Service: applyService,
  ResourceQuota: applyQuota,
  Namespace: applyNamespace,
  CronJob: applyCronJob,
  Job: applyJob,
  DaemonSet: applyDaemonSet,
  StatefulSet: applyStatefulSet,
  PodDisruptionBudget: applyBudget,
  HorizontalPodAutoscaler: applyAutoscaler,
  ConfigMap: (world, { apiVersion, kind, metadata, data }, before) => {
    updateObject(world, { apiVersion, kind, metadata: appliedMeta(world, kind, metadata, before?.metadata), data });
    return null;
  },
  PriorityClass: applyPriorityClass,
  Secret: (world, { apiVersion, kind, metadata, type, data: written, stringData }, before) => {
    const data = secretData(written, stringData);
    const meta = appliedMeta(world, kind, metadata, before?.metadata);
    updateObject(world, { apiVersion, kind, metadata: meta, type, data });
    return null;
  },
  PersistentVolumeClaim: applyClaim,
};

export function applyManifest(world: World, written: DeepReadonly<WrittenManifest>): Status | null {
  const merged = mergedManifest(world, written);
  if ('status' in merged) return merged;
  const { manifest, before } = merged;
  const { kind, metadata } = manifest;
  const handle = HANDLERS[kind] as (
    world: World,
    manifest: DeepReadonly<Manifest>,
    before?: ApiKinds[ManifestKind],
  ) => Status | null;
  return (
    (before ? null : refuseNamespace(world, kind, metadata)) ??
    conflictOf(kind, metadata, before?.metadata) ??
    handle(world, manifest, before)
  );
}
