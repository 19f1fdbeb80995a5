/** Metadata that every object of the API carries. Times are ticks (simulated seconds), not wall clock. */
import { z } from 'zod';
import type { DeepReadonly } from '../base/freeze.ts';
import { annotations, dns1123Label, dns1123Subdomain, labels } from './names.ts';
import { labelRequirement } from './selectors.ts';
import type { Kind } from './kinds.ts';

export interface OwnerReference {
  readonly kind: Kind;
  readonly name: string;
  readonly uid: string;
  readonly controller: boolean;
}

export interface ObjectMeta {
  readonly name: string;
  /** Empty for cluster-scoped kinds. */
  readonly namespace: string;
  readonly uid: string;
  /** Store revision of the last write; an update that carries an older one is refused with 409. */
  readonly resourceVersion: number;
  /** Counts changes of `spec`. */
  readonly generation: number;
  readonly creationTick: number;
  /** Set when a graceful deletion began. */
  readonly deletionTick: number | null;
  readonly deletionGracePeriodTicks: number | null;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly ownerReferences: readonly OwnerReference[];
}

/** What a manifest may say of its metadata. */
export const manifestMeta = z.strictObject({
  name: dns1123Subdomain,
  namespace: dns1123Label.default('default'),
  labels: labels.default({}),
  annotations: annotations.default({}),
  /**
   * Of the object as it was read: an update of one that has changed since is refused. Text, as the API has it; a number
   * is taken, too.
   */
  resourceVersion: z.union([z.string().max(20).regex(/^\d*$/), z.int().min(0)]).optional(),
});

/** Of workloads and budgets: all that it says must hold. */
export const labelSelector = z.strictObject({
  matchLabels: labels.default({}),
  matchExpressions: z.array(labelRequirement).max(16).optional(),
});
export type LabelSelector = DeepReadonly<z.infer<typeof labelSelector>>;

export function matchesLabels(
  selector: Readonly<Record<string, string>>,
  target: Readonly<Record<string, string>>,
): boolean {
  for (const key in selector) if (target[key] !== selector[key]) return false;
  return true;
}

/** `namespace/name`, or the bare name of a cluster-scoped object: the key under which the store keeps it. */
export function keyOf(meta: { readonly namespace: string; readonly name: string }): string {
  return meta.namespace === '' ? meta.name : `${meta.namespace}/${meta.name}`;
}

export function controllerOf(meta: ObjectMeta): OwnerReference | undefined {
  return meta.ownerReferences.find((reference) => reference.controller);
}

export interface Condition<Type extends string = string> {
  readonly type: Type;
  readonly status: 'True' | 'False' | 'Unknown';
  readonly reason: string;
  readonly message: string;
  readonly lastTransitionTick: number;
}
