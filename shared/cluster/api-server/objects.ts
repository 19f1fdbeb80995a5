/** The business hall's counters: how objects of the API are made, changed and taken down. Every loop writes through here. */
import { isEqual } from '../../base/equal.ts';
import { mixText } from '../../base/hash.ts';
import { randomSuffix, randomUint32 } from '../../base/random.ts';
import type { ApiKind, ApiKinds } from '../../api/kinds.ts';
import { keyOf, type ObjectMeta, type OwnerReference } from '../../api/meta.ts';
import { isPodTerminal, type Pod } from '../../api/pod.ts';
import { isClaimInUse } from './claims-in-use.ts';
import { isUncounted } from './uncounted-pods.ts';
import { settingsOf, type World } from '../world.ts';

interface NewMeta {
  readonly name: string;
  /** Empty for cluster-scoped kinds. */
  readonly namespace: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>> | undefined;
  readonly owner?: OwnerReference;
}

/** Shared by all that have none: there are many events. */
const NO_TEXTS: Readonly<Record<string, string>> = {};
const NO_OWNERS: readonly OwnerReference[] = [];

/** How the names begin from which the two halves of a uid are drawn. */
const UID_PARTS = [mixText('uid/0/'), mixText('uid/1/')] as const;

/** Metadata of an object that is about to be created. The uid is unique for (kind, key, revision). */
export function newMeta(world: World, kind: ApiKind, meta: NewMeta): ObjectMeta {
  const { seed } = settingsOf(world);
  const name = `${kind}/${keyOf(meta)}@${world.revision}`;
  const hex = (part: number) => randomUint32(seed, world.tick, name, part).toString(16).padStart(8, '0');
  return {
    name: meta.name,
    namespace: meta.namespace,
    uid: `${hex(UID_PARTS[0])}-${hex(UID_PARTS[1])}`,
    resourceVersion: 0,
    generation: 1,
    creationTick: world.tick,
    deletionTick: null,
    deletionGracePeriodTicks: null,
    labels: meta.labels ?? NO_TEXTS,
    annotations: meta.annotations ?? NO_TEXTS,
    ownerReferences: meta.owner ? [meta.owner] : NO_OWNERS,
  };
}

/** `prefix` + 5 characters that no object of this kind has yet, as `generateName` does. */
export function generateName(world: World, kind: ApiKind, namespace: string, prefix: string): string {
  return freeNames(world, kind, namespace, prefix).next().value;
}

/** One such name after the other, for many at once. Each is to be taken before the next is asked for. */
export function* freeNames(
  world: World,
  kind: ApiKind,
  namespace: string,
  prefix: string,
): Generator<string, never, undefined> {
  for (let attempt = 0; ; attempt += 1) {
    const name = prefix + randomSuffix(5, settingsOf(world).seed, world.tick, `name/${kind}/${prefix}/${attempt}`);
    if (!world.live.get(kind, keyOf({ namespace, name }))) yield name;
  }
}

/** Replaces an object; its generation counts changes of `spec` only. */
export function updateObject<K extends ApiKind>(world: World, object: ApiKinds[K]): void {
  const before = world.live.get(object.kind as K, keyOf(object.metadata));
  const specChanged =
    before !== undefined && 'spec' in before && 'spec' in object && !isEqual(before.spec, object.spec);
  const metadata = specChanged ? { ...object.metadata, generation: object.metadata.generation + 1 } : object.metadata;
  world.put({ ...object, metadata } as never);
}

export function ownerReference(owner: { readonly kind: ApiKind; readonly metadata: ObjectMeta }): OwnerReference {
  return { kind: owner.kind, name: owner.metadata.name, uid: owner.metadata.uid, controller: true };
}

/**
 * Deletes as the API server does. A pod that a node holds is only marked, as long as something of it may run: its
 * kubelet takes it down and then removes it. So is a claim that pods use, until they are gone. Everything else goes at
 * once; what it owned is the garbage collector's. Source: pkg/registry/core/pod, CheckGracefulDelete.
 */
export function deleteObject(world: World, kind: ApiKind, key: string, gracePeriodTicks?: number): void {
  const object = world.live.get(kind, key);
  if (!object) return;
  if (object.kind === 'PersistentVolumeClaim' && isClaimInUse(world.live, object)) {
    markForDeletion(world, object, object.metadata.deletionGracePeriodTicks);
  } else if (object.kind !== 'Pod') world.remove(kind, key);
  else {
    const graceTicks = gracePeriodTicks ?? object.spec.terminationGracePeriodSeconds;
    if (object.spec.nodeName === null || isPodTerminal(object) || graceTicks === 0) forgetPod(world, object);
    else markForDeletion(world, object, graceTicks);
  }
}

/** Nobody has anything to take down any more. */
export function forgetPod(world: World, pod: Pod): void {
  if (isUncounted(world.live, pod)) markForDeletion(world, pod, 0);
  else world.remove('Pod', keyOf(pod.metadata));
}

/** Once: whoever is leaving already is not asked again. */
function markForDeletion<K extends 'Pod' | 'PersistentVolumeClaim'>(
  world: World,
  object: ApiKinds[K],
  deletionGracePeriodTicks: number | null,
): void {
  const { metadata } = object;
  if (metadata.deletionTick !== null) return;
  updateObject<K>(world, { ...object, metadata: { ...metadata, deletionTick: world.tick, deletionGracePeriodTicks } });
}
