/** The scale subresource: what has a number of replicas that somebody else may set. */
import { keyOf, type LabelSelector } from '../../../api/meta.ts';
import type { View } from '../../../store/store.ts';
import { updateObject } from '../../api-server/objects.ts';
import type { World } from '../../world.ts';

export type ScaledKind = 'Deployment' | 'ReplicaSet' | 'StatefulSet';

export interface Scale {
  readonly kind: ScaledKind;
  readonly key: string;
  /** Wanted. */
  readonly replicas: number;
  /** Counted. */
  readonly statusReplicas: number;
  readonly selector: LabelSelector;
}

export function scaleOf(view: View, kind: ScaledKind, namespace: string, name: string): Scale | null {
  const key = keyOf({ namespace, name });
  const object = view.get(kind, key);
  if (!object) return null;
  const { replicas, selector } = object.spec;
  return { kind, key, replicas, statusReplicas: object.status.replicas, selector };
}

export function setReplicas(world: World, kind: ScaledKind, key: string, replicas: number): void {
  const object = world.live.get(kind, key);
  if (object) updateObject(world, { ...object, spec: { ...object.spec, replicas } } as typeof object);
}
