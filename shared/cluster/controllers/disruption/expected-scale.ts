/** How many pods there should be, as those say who keep them. Source: pkg/controller/disruption, getExpectedScale. */
import type { KindMap } from '../../../api/kinds.ts';
import { controllerOf, keyOf } from '../../../api/meta.ts';
import { isMirrorPod, type Pod } from '../../../api/pod.ts';
import type { View } from '../../../store/store.ts';

export interface ExpectedScale {
  readonly count: number;
  /** Pods that nobody keeps: they are not in the count. */
  readonly unmanaged: readonly string[];
}

/** Why nobody can tell, and of which pod. */
export interface ScaleProblem {
  readonly pod: string;
  readonly message: string;
}

/** Owners that have no number of replicas. */
const WITHOUT_SCALE: Readonly<Record<string, string>> = {
  DaemonSet: 'daemonsets.apps',
  Job: 'jobs.batch',
  Node: 'nodes',
};

/** Each owner once. A Deployment speaks for its ReplicaSets: what they have beyond its wish is nobody's loss. */
export function expectedScale(view: View, pods: readonly Pod[]): ExpectedScale | ScaleProblem {
  const wanted = new Map<string, number>();
  const unmanaged: string[] = [];
  for (const pod of pods) {
    const { name } = pod.metadata;
    const kind = isMirrorPod(pod) ? 'Node' : controllerOf(pod.metadata)?.kind;
    if (kind === undefined) {
      unmanaged.push(name);
      continue;
    }
    const unscaled = WITHOUT_SCALE[kind];
    if (unscaled !== undefined) return { pod: name, message: `${unscaled} does not implement the scale subresource` };
    const owner = scaledOwner(view, pod);
    if (!owner) return { pod: name, message: `found no controllers for pod "${name}"` };
    wanted.set(owner.metadata.uid, owner.spec.replicas);
  }
  return { count: [...wanted.values()].reduce((sum, replicas) => sum + replicas, 0), unmanaged };
}

function scaledOwner(view: View, pod: Pod): KindMap['Deployment' | 'ReplicaSet' | 'StatefulSet'] | null {
  const statefulSet = ownerOf(view, pod, 'StatefulSet');
  if (statefulSet) return statefulSet;
  const replicaSet = ownerOf(view, pod, 'ReplicaSet');
  return replicaSet ? (ownerOf(view, replicaSet, 'Deployment') ?? replicaSet) : null;
}

function ownerOf<K extends 'Deployment' | 'ReplicaSet' | 'StatefulSet'>(
  view: View,
  { metadata }: Pick<Pod, 'metadata'>,
  kind: K,
): KindMap[K] | null {
  const owner = controllerOf(metadata);
  if (owner?.kind !== kind) return null;
  const found = view.get(kind, keyOf({ namespace: metadata.namespace, name: owner.name }));
  return found?.metadata.uid === owner.uid ? found : null;
}
