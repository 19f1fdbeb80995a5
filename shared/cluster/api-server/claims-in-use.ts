/** Whether somebody still uses a claim. Source: pkg/controller/volume/pvcprotection, podUsesPVC. */
import { keyOf } from '../../api/meta.ts';
import type { PersistentVolumeClaim } from '../../api/persistent-volume-claim.ts';
import { placedTick } from '../../api/pod.ts';
import type { View } from '../../store/store.ts';

/** Pods on a node; whoever came there after the claim was to go is not let in, and holds up nobody. */
export function isClaimInUse(view: View, { metadata }: PersistentVolumeClaim): boolean {
  const { deletionTick } = metadata;
  return view.by('podsByClaim', keyOf(metadata)).some((key) => {
    const pod = view.get('Pod', key);
    return pod !== undefined && (deletionTick === null || placedTick(pod) <= deletionTick);
  });
}
