/** Namespaces: made, closed with all that is in them, and asked before anything is put into them. */
import type { ApiKind } from '../../api/kinds.ts';
import { FIRST_NAMESPACES, type Namespace } from '../../api/namespace.ts';
import type { ResourceQuota } from '../../api/resource-quota.ts';
import { failure, notFound, type Status } from '../../api/status.ts';
import type { View } from '../../store/store.ts';
import type { World } from '../world.ts';
import type { AppliedManifest } from './apply-manifest.ts';
import { invalid } from './invalid.ts';
import { appliedMeta, RESOURCES, type PlacedKind } from './manifest-meta.ts';
import { updateObject } from './objects.ts';
import { quotaErrors } from './validate-quota.ts';

export function applyNamespace(
  world: World,
  { apiVersion, kind, metadata }: AppliedManifest<'Namespace'>,
  before?: Namespace,
): Status | null {
  const meta = appliedMeta(world, kind, metadata, before?.metadata);
  updateObject(world, { apiVersion, kind, metadata: meta, status: before?.status ?? { phase: 'Active' } });
  return null;
}

export function applyQuota(
  world: World,
  { apiVersion, kind, metadata, spec }: AppliedManifest<'ResourceQuota'>,
  before?: ResourceQuota,
): Status | null {
  const refusal = invalid(kind, metadata.name, quotaErrors(spec, before?.spec));
  if (refusal) return refusal;
  const meta = appliedMeta(world, kind, metadata, before?.metadata);
  updateObject(world, { apiVersion, kind, metadata: meta, spec, status: before?.status ?? { used: {} } });
  return null;
}

/** 404 for a namespace that is not there, 403 for one that is being closed. Source: plugin/pkg/admission/namespace/lifecycle. */
export function refuseNamespace(
  view: View,
  kind: PlacedKind,
  { name, namespace }: { readonly name: string; readonly namespace: string },
): Status | null {
  if (namespace === '') return null;
  const district = view.get('Namespace', namespace);
  if (!district) return notFound('namespaces', namespace);
  if (district.status.phase === 'Active') return null;
  const message = `${RESOURCES[kind]} "${name}" is forbidden: unable to create new content in namespace ${namespace} because it is being terminated`;
  return failure('Forbidden', 'namespaceClosing', message, { kind, name, namespace });
}

/** What keeps a namespace from going. Events go with it; slices go with their Services. */
export const CONTENTS = [
  'CronJob',
  'HorizontalPodAutoscaler',
  'PodDisruptionBudget',
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'Job',
  'ReplicaSet',
  'Pod',
  'Service',
  'ConfigMap',
  'Secret',
  'PersistentVolumeClaim',
  'ResourceQuota',
] as const satisfies readonly ApiKind[];
export type ContentKind = (typeof CONTENTS)[number];

export function contentsOf(view: View, namespace: string): readonly (readonly [kind: ContentKind, key: string])[] {
  return CONTENTS.flatMap((kind) => keysIn(view, kind, namespace).map((key) => [kind, key] as const));
}

function keysIn(view: View, kind: ApiKind, namespace: string): readonly string[] {
  return view.keys(kind).filter((key) => key.startsWith(`${namespace}/`));
}

export function closeNamespace(world: World, namespace: Namespace): Status | null {
  const { metadata } = namespace;
  const { name } = metadata;
  if ((FIRST_NAMESPACES as readonly string[]).includes(name)) {
    const message = `namespaces "${name}" is forbidden: this namespace may not be deleted`;
    return failure('Forbidden', 'namespaceNeeded', message, { name });
  }
  if (metadata.deletionTick !== null) {
    return failure('Conflict', 'namespaceClosed', `namespaces "${name}" is being terminated already`, { name });
  }
  const closing = { ...metadata, deletionTick: world.tick };
  updateObject(world, { ...namespace, metadata: closing, status: { phase: 'Terminating' } });
  return null;
}

/** Once nothing is left in it. */
export function forgetNamespace(world: World, { metadata: { name, deletionTick } }: Namespace): Status | null {
  const left = contentsOf(world.live, name).length;
  if (deletionTick === null || left > 0) {
    const message = `namespaces "${name}" is still in use: ${left} objects`;
    return failure('Conflict', 'namespaceInUse', message, { name, left });
  }
  for (const kind of ['Event', 'EndpointSlice'] as const)
    for (const key of keysIn(world.live, kind, name)) world.remove(kind, key);
  world.remove('Namespace', name);
  return null;
}
