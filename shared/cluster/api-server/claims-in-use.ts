/** Who still uses a claim. Source: pkg/controller/volume/pvcprotection, podUsesPVC. */
import { keyOf } from '../../api/meta.ts';
import type { PersistentVolumeClaim } from '../../api/persistent-volume-claim.ts';
import { placedTick } from '../../api/pod.ts';
import type { View } from '../../store/store.ts';

/** Pods on a node, over or not; whoever came there after the claim was to go is not let in, and holds up nobody. */
export function podsHolding(view: View, { metadata }: PersistentVolumeClaim): readonly string[] {
  const { deletionTick } = metadata;
  return view.by('podsByClaim', keyOf(metadata)).filter((key) => {
    const pod = view.get('Pod', key);
    return pod !== undefined && (deletionTick === null || placedTick(pod) <= deletionTick);
  });
}

export function isClaimInUse(view: View, claim: PersistentVolumeClaim): boolean {
  return podsHolding(view, claim).length > 0;
}
