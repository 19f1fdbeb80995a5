/** What nobody owns any more. References are `Kind/key`, as everywhere. */
import type { ApiKind } from '../../../api/kinds.ts';
import type { Lease } from '../../../api/lease.ts';
import { isApiKind, type Kind } from '../../../api/kinds.ts';
import { keyOf, type ObjectMeta, type OwnerReference } from '../../../api/meta.ts';
import { referenceTo } from '../../../store/change.ts';
import type { View } from '../../../store/store.ts';
import { LEASE_NAMESPACE, leaseKey } from '../node-lifecycle/health.ts';

export const COLLECTED = ['Pod', 'ReplicaSet', 'Job', 'EndpointSlice', 'Lease'] as const;
export type CollectedKind = (typeof COLLECTED)[number];

export function parseReference(reference: string): readonly [kind: CollectedKind, key: string] | null {
  const kind = COLLECTED.find((candidate) => reference.startsWith(`${candidate}/`));
  return kind ? [kind, reference.slice(kind.length + 1)] : null;
}

export function referencesOf(view: View): readonly string[] {
  return COLLECTED.flatMap((kind) => view.keys(kind).map((key) => referenceTo(kind, key)));
}

/** What may lose its owner when this object goes. */
export function dependentsOf(
  view: View,
  kind: Kind,
  { metadata }: { readonly metadata: ObjectMeta },
): readonly string[] {
  const refer = (dependent: CollectedKind, keys: readonly string[]) => keys.map((key) => referenceTo(dependent, key));
  if (kind === 'Deployment') return refer('ReplicaSet', view.by('replicaSetsByController', metadata.uid));
  if (kind === 'CronJob') return refer('Job', view.by('jobsByController', metadata.uid));
  if (kind === 'ReplicaSet' || kind === 'StatefulSet' || kind === 'DaemonSet' || kind === 'Job') {
    return refer('Pod', view.by('podsByController', metadata.uid));
  }
  if (kind === 'Service') return refer('EndpointSlice', [keyOf(metadata)]);
  if (kind === 'Node') {
    return [...refer('Pod', view.by('podsByNode', metadata.name)), ...refer('Lease', [leaseKey(metadata.name)])];
  }
  return [];
}

/** Why the garbage collector may take it; null while it belongs to somebody. */
export function orphanReason(view: View, kind: CollectedKind, key: string): 'ownerGone' | 'nodeGone' | null {
  const object = view.get(kind, key);
  if (!object) return null;
  // First: where the node is gone, too, waiting for its kubelet to see the pod off would never end.
  const nodeName = object.kind === 'Pod' ? object.spec.nodeName : object.kind === 'Lease' ? nodeOfLease(object) : null;
  if (nodeName !== null && !view.get('Node', nodeName)) return 'nodeGone';
  const owners = object.metadata.ownerReferences;
  const owned = owners.some(
    (owner) =>
      isApiKind(owner.kind) && uidOf(view, owner.kind, ownerKey(owner, object.metadata.namespace)) === owner.uid,
  );
  return owners.length > 0 && !owned ? 'ownerGone' : null;
}

/** The town hall's leaders have leases, too: those belong to no node. */
function nodeOfLease({ metadata, spec }: Lease): string | null {
  return metadata.namespace === LEASE_NAMESPACE ? spec.holderIdentity : null;
}

/** Nodes are in no namespace. */
function ownerKey({ kind, name }: Pick<OwnerReference, 'kind' | 'name'>, namespace: string): string {
  return keyOf({ namespace: kind === 'Node' ? '' : namespace, name });
}

function uidOf(view: View, kind: ApiKind, key: string): string | undefined {
  return view.get(kind, key)?.metadata.uid;
}
