/** The ReplicaSets of a Deployment: which one carries the present template, and which revision each is. */
import { REVISION_ANNOTATION, type Deployment } from '../../../api/deployment.ts';
import { controllerOf, keyOf, type ObjectMeta } from '../../../api/meta.ts';
import type { ReplicaSet } from '../../../api/replica-set.ts';
import { byCodeUnit } from '../../../base/order.ts';
import type { View } from '../../../store/store.ts';
import { isSameTemplate } from './template-hash.ts';
import { countAnnotation } from './sized-set.ts';

export interface Revisions {
  readonly newSet: ReplicaSet | null;
  readonly oldSets: readonly ReplicaSet[];
}

/** Should two carry the template, the older one is the new ReplicaSet. */
export function revisionsOf(view: View, deployment: Deployment): Revisions {
  const owned = view
    .by('replicaSetsByController', deployment.metadata.uid)
    .map((key) => view.get('ReplicaSet', key))
    .filter((replicaSet) => replicaSet !== undefined)
    .sort((a, b) => a.metadata.creationTick - b.metadata.creationTick || byCodeUnit(a.metadata.name, b.metadata.name));
  const newSet = owned.find((replicaSet) => isSameTemplate(replicaSet.spec.template, deployment.spec.template)) ?? null;
  return { newSet, oldSets: owned.filter((replicaSet) => replicaSet !== newSet) };
}

/** 0 where nothing is noted. */
export function revisionOf(object: { readonly metadata: Pick<ObjectMeta, 'annotations'> }): number {
  return countAnnotation(object.metadata, REVISION_ANNOTATION) ?? 0;
}

export function nextRevision(oldSets: readonly ReplicaSet[]): number {
  return Math.max(0, ...oldSets.map(revisionOf)) + 1;
}

/** The new ReplicaSet is known as the newest revision, and waits as long as its Deployment before a pod counts. */
export function isUpToDate(deployment: Deployment, { newSet, oldSets }: Revisions): boolean {
  return (
    newSet !== null &&
    revisionOf(newSet) >= nextRevision(oldSets) &&
    revisionOf(deployment) === revisionOf(newSet) &&
    newSet.spec.minReadySeconds === deployment.spec.minReadySeconds
  );
}

/** The revision before the present one, for undo. */
export function previousRevision({ newSet, oldSets }: Revisions): ReplicaSet | null {
  const present = newSet ? revisionOf(newSet) : Number.POSITIVE_INFINITY;
  const earlier = oldSets.filter((replicaSet) => revisionOf(replicaSet) < present);
  return earlier.toSorted((a, b) => revisionOf(b) - revisionOf(a))[0] ?? null;
}

/** The revision of that number, for undo; null where the history does not hold it. */
export function chosenRevision({ newSet, oldSets }: Revisions, revision: number): ReplicaSet | null {
  const all = newSet ? [newSet, ...oldSets] : oldSets;
  return all.find((replicaSet) => revisionOf(replicaSet) === revision) ?? null;
}

/** Key of the Deployment that controls a ReplicaSet; null for one on its own. */
export function deploymentKeyOf(replicaSet: ReplicaSet): string | null {
  const owner = controllerOf(replicaSet.metadata);
  return owner?.kind === 'Deployment' ? keyOf({ namespace: replicaSet.metadata.namespace, name: owner.name }) : null;
}
