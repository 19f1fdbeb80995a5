/**
 * Whose pods are whose: a ReplicaSet lets go of those that no longer bear its labels, and takes in those that do and
 * belong to nobody. Source: pkg/controller/controller_ref_manager.go, ClaimPods.
 */
import { controllerOf, type ObjectMeta } from '../../../api/meta.ts';
import { isPodActive, type Pod } from '../../../api/pod.ts';
import type { ReplicaSet } from '../../../api/replica-set.ts';
import { matchesSelector } from '../../../api/selectors.ts';
import type { Change } from '../../../store/change.ts';
import type { View } from '../../../store/store.ts';
import { ownerReference } from '../../api-server/objects.ts';
import { podsMatching, selectorsTouched } from '../../api-server/select-pods.ts';
import { reflex } from '../../loop.ts';
import { inControllerManager } from '../../processes.ts';
import type { World } from '../../world.ts';
import { podsOf, replicaSetKeyOf } from './replica-set-pods.ts';

export const podClaims = reflex({
  name: 'pod-claims',
  process: inControllerManager,
  keys: (view) => view.keys('ReplicaSet'),
  watches: { ReplicaSet: ({ key, before, after }) => (after && !before ? [key] : []), Pod: setsTouched },
  run: (world, key) => {
    const replicaSet = world.get('ReplicaSet', key);
    if (!replicaSet) return;
    const { metadata, spec } = replicaSet;
    for (const pod of podsOf(world, metadata.uid)) {
      if (isPodActive(pod) && !matchesSelector(spec.selector, pod.metadata.labels)) release(world, pod);
    }
    for (const pod of podsMatching(world, metadata.namespace, spec.selector)) {
      if (isPodActive(pod) && !controllerOf(pod.metadata)) adopt(world, replicaSet, pod);
    }
  },
});

/** New labels, or nobody's any more. */
function setsTouched({ before, after }: Change<'Pod'>, view: View): readonly string[] {
  if (!after || (before && isSameClaim(before.metadata, after.metadata))) return [];
  if (!controllerOf(after.metadata)) return selectorsTouched(view.list('ReplicaSet'), [after]);
  const key = before ? replicaSetKeyOf(after) : null;
  return key === null ? [] : [key];
}

function isSameClaim(a: ObjectMeta, b: ObjectMeta): boolean {
  return a.labels === b.labels && a.ownerReferences === b.ownerReferences;
}

function release(world: World, pod: Pod): void {
  const ownerReferences = pod.metadata.ownerReferences.filter(({ controller }) => !controller);
  world.put({ ...pod, metadata: { ...pod.metadata, ownerReferences } });
}

function adopt(world: World, replicaSet: ReplicaSet, pod: Pod): void {
  const ownerReferences = [...pod.metadata.ownerReferences, ownerReference(replicaSet)];
  world.put({ ...pod, metadata: { ...pod.metadata, ownerReferences } });
}

/** Whose number a change of a pod touches: its owner's, and the one's that it had before. */
export function setsOf({ before, after }: Change<'Pod'>): readonly string[] {
  const keys = [before, after].flatMap((pod) => (pod ? (replicaSetKeyOf(pod) ?? []) : []));
  return keys[0] === keys[1] ? keys.slice(0, 1) : keys;
}

export function isSameOwner({ before, after }: Change<'Pod'>): boolean {
  if (!before || !after || before.metadata.ownerReferences === after.metadata.ownerReferences) return true;
  return controllerOf(before.metadata)?.uid === controllerOf(after.metadata)?.uid;
}
