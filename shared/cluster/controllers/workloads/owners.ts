/** Which owner of a kind a change of a pod touches. */
import { controllerOf, keyOf } from '../../../api/meta.ts';
import type { Pod } from '../../../api/pod.ts';
import type { Change } from '../../../store/change.ts';
import type { PodOwnerKind } from './owned-pod.ts';

export function ownersOf(kind: PodOwnerKind): (change: Change<'Pod'>) => readonly string[] {
  return ({ before, after }) => {
    const pod = (after ?? before) as Pod;
    const owner = controllerOf(pod.metadata);
    return owner?.kind === kind ? [keyOf({ namespace: pod.metadata.namespace, name: owner.name })] : [];
  };
}
