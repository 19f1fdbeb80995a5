/**
 * deleted-claim: somebody deletes the claim that a house keeps its visitors' things in, and takes the house down. With the
 * claim goes its storage. A new claim of that name is an empty cellar.
 */
import type { PersistentVolumeClaim } from '../../../api/persistent-volume-claim.ts';
import { notFound } from '../../../api/status.ts';
import type { View } from '../../../store/store.ts';
import { isPodActive, type Pod } from '../../../api/pod.ts';
import { podsHolding } from '../../api-server/claims-in-use.ts';
import { deleteObject } from '../../api-server/objects.ts';
import { asManifest } from '../../manifests/last-applied.ts';
import type { FaultDefinition } from '../fault-type.ts';
import { applyAgain, bySteward, remember } from '../remedies.ts';

export const deletedClaim: FaultDefinition = {
  type: 'deleted-claim',
  component: 'config',
  difficulty: 2,
  seenFirstBy: 'kubelet',
  via: 'api-server',
  targets: (view) =>
    view
      .keys('PersistentVolumeClaim')
      .filter((key) => isThere(view, key) && usersOf(view, key).length > 0 && !isMadeAnew(view, key)),
  begin: (world, target) => {
    const claim = world.get('PersistentVolumeClaim', target);
    if (!claim) return notFound('persistentvolumeclaims', target);
    const holders = holdersOf(world, claim);
    deleteObject(world, 'PersistentVolumeClaim', target);
    for (const key of holders) deleteObject(world, 'Pod', key);
    return { ...remember([asManifest(claim)]), lost: lostPieces(world) };
  },
  symptoms: [
    { type: 'event', reason: 'FailedMount' },
    {
      type: 'gauge',
      name: 'belongingsLost',
      shows: (view, { memory }) => lostPieces(view) > Number(memory['lost']),
    },
  ],
  harm: 'visitors',
  // As long as one of its old pods stands, the claim is only on its way out, and cannot be made anew.
  remedy: (view, fault) => {
    const claim = view.get('PersistentVolumeClaim', fault.target);
    const holders = claim && claim.metadata.deletionTick !== null ? holdersOf(view, claim) : [];
    const deletions = holders.map((key) => bySteward({ verb: 'delete', kind: 'Pod', key }));
    return [...deletions, ...applyAgain(view, fault)];
  },
  healedBy: ['PersistentVolumeClaim'],
  isHealed: (view, { target }) => isThere(view, target),
};

const isThere = (view: View, key: string): boolean =>
  view.get('PersistentVolumeClaim', key)?.metadata.deletionTick === null;

const lostPieces = (view: View): number => view.get('LostBelongings', 'lost')?.count ?? 0;

/** Those that it waits for, whether they run or are over, and that nobody has asked to go. */
function holdersOf(view: View, claim: PersistentVolumeClaim): readonly string[] {
  return podsHolding(view, claim).filter((key) => view.get('Pod', key)?.metadata.deletionTick === null);
}

function usersOf(view: View, key: string): readonly Pod[] {
  return view.by('podsByClaim', key).flatMap((podKey) => {
    const pod = view.get('Pod', podKey);
    return pod && isPodActive(pod) ? [pod] : [];
  });
}

/** A StatefulSet would make it again before anybody noticed. */
function isMadeAnew(view: View, key: string): boolean {
  return usersOf(view, key).some(({ metadata }) => metadata.ownerReferences.some(({ kind }) => kind === 'StatefulSet'));
}
