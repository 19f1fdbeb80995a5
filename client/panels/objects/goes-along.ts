/** What goes with an object that is deleted: all that it owns, down to the pods; of a namespace all that is in it. */
import { API_KINDS, type ApiKind, type ApiKinds } from '../../../shared/api/kinds.ts';
import { controllerOf } from '../../../shared/api/meta.ts';
import { isClaimInUse } from '../../../shared/cluster/api-server/claims-in-use.ts';
import { contentsOf } from '../../../shared/cluster/api-server/namespaces.ts';
import { isStatic } from '../../../shared/cluster/kubelet/static-pods.ts';
import type { View } from '../../../shared/store/store.ts';

type AnyApiObject = ApiKinds[ApiKind];

export interface GoesAlong {
  readonly kind: ApiKind;
  readonly count: number;
}

/** By kind, as many as there are of it. */
export function goesAlong(view: View, object: AnyApiObject): readonly GoesAlong[] {
  if (object.kind === 'Namespace') return counted(contentsOf(view, object.metadata.name).map(([kind]) => kind));
  const kinds: ApiKind[] = [];
  const owners = new Set([object.metadata.uid]);
  // Owners stand before what they own often enough, and not always: looked at until nothing new is found.
  const seen = new Set<string>();
  for (let before = -1; before < seen.size;) {
    before = seen.size;
    for (const { kind, metadata } of everything(view)) {
      if (seen.has(metadata.uid) || !metadata.ownerReferences.some(({ uid }) => owners.has(uid))) continue;
      seen.add(metadata.uid);
      owners.add(metadata.uid);
      kinds.push(kind);
    }
  }
  return counted(kinds);
}

function* everything(view: View): Iterable<AnyApiObject> {
  for (const kind of API_KINDS) if (kind !== 'Event') yield* view.list(kind);
}

function counted(kinds: readonly ApiKind[]): readonly GoesAlong[] {
  return API_KINDS.flatMap((kind) => {
    const count = kinds.filter((one) => one === kind).length;
    return count === 0 ? [] : [{ kind, count }];
  });
}

/** What else one should know before. Texts: `delete.<note>`. */
export type DeleteNote = 'replaced' | 'mirror' | 'selected' | 'furniture' | 'waits' | 'belongings' | 'noLimit';

export function deleteNote(view: View, object: AnyApiObject): DeleteNote | null {
  switch (object.kind) {
    case 'Pod':
      return isStatic({ key: object.metadata.uid }) ? 'mirror' : replaced(object);
    case 'ReplicaSet':
    case 'Job':
      return replaced(object);
    case 'Service':
      return 'selected';
    case 'ConfigMap':
    case 'Secret':
      return 'furniture';
    case 'PersistentVolumeClaim':
      return isClaimInUse(view, object) ? 'waits' : 'belongings';
    case 'ResourceQuota':
    case 'PodDisruptionBudget':
    case 'HorizontalPodAutoscaler':
      return 'noLimit';
    default:
      return null;
  }
}

const replaced = ({ metadata }: AnyApiObject): DeleteNote | null => (controllerOf(metadata) ? 'replaced' : null);
