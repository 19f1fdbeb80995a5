/** A ReplicaSet as the rollout's arithmetic sees it: sizes, age, and what it was last sized for. */
import { DESIRED_REPLICAS_ANNOTATION, MAX_REPLICAS_ANNOTATION } from '../../../api/deployment.ts';
import { keyOf, type ObjectMeta } from '../../../api/meta.ts';
import type { ReplicaSet } from '../../../api/replica-set.ts';
import { byCodeUnit } from '../../../base/order.ts';

export interface SizedSet {
  readonly key: string;
  /** Wanted: `spec.replicas`. */
  readonly replicas: number;
  readonly availableReplicas: number;
  readonly createdTick: number;
  /** Annotations; null where there is none. */
  readonly desiredReplicas: number | null;
  readonly maxReplicas: number | null;
}

/** One step: this ReplicaSet shall have that many. */
export interface Resize {
  readonly key: string;
  readonly replicas: number;
}

export function sizedSet({ metadata, spec, status }: ReplicaSet): SizedSet {
  return {
    key: keyOf(metadata),
    replicas: spec.replicas,
    availableReplicas: status.availableReplicas,
    createdTick: metadata.creationTick,
    desiredReplicas: countAnnotation(metadata, DESIRED_REPLICAS_ANNOTATION),
    maxReplicas: countAnnotation(metadata, MAX_REPLICAS_ANNOTATION),
  };
}

export function countAnnotation(metadata: Pick<ObjectMeta, 'annotations'>, name: string): number | null {
  const text = metadata.annotations[name];
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null;
}

export function totalReplicas(sets: readonly Pick<SizedSet, 'replicas'>[]): number {
  return sets.reduce((total, set) => total + set.replicas, 0);
}

export function byAge(a: SizedSet, b: SizedSet): number {
  return a.createdTick - b.createdTick || byCodeUnit(a.key, b.key);
}
