/** Claim protection: a claim that was deleted goes when the last pod that uses it is gone, which it asks the API server. */
import { keyOf } from '../../../api/meta.ts';
import { claimsOf } from '../../../api/pod.ts';
import { isClaimInUse } from '../../api-server/claims-in-use.ts';
import { reflex } from '../../loop.ts';
import { inControllerManager } from '../../processes.ts';

export const claimProtection = reflex({
  name: 'pvc-protection',
  process: inControllerManager,
  watches: {
    Pod: ({ before, after }) => (before && !after ? claimsOf(before) : []),
    PersistentVolumeClaim: ({ key, after }) => (after && after.metadata.deletionTick !== null ? [key] : []),
  },
  keys: (view) => view.keys('PersistentVolumeClaim'),
  run: (world, key) => {
    const claim = world.get('PersistentVolumeClaim', key);
    if (!claim || claim.metadata.deletionTick === null || isClaimInUse(world.live, claim)) return;
    world.remove('PersistentVolumeClaim', keyOf(claim.metadata));
  },
});
