/** ReplicaSet: "N yards of exactly this plan". Made by a Deployment, one for each revision, or written by hand. */
import { z } from 'zod';
import type { DeepReadonly } from '../base/freeze.ts';
import { int32From } from './int32.ts';
import { labelSelector, manifestMeta, type ObjectMeta } from './meta.ts';
import { podTemplate } from './pod.ts';

export const replicaSetSpec = z.strictObject({
  replicas: z.int().min(0).max(5000).default(1),
  selector: labelSelector,
  template: podTemplate,
  minReadySeconds: int32From(0).default(0),
});
export type ReplicaSetSpec = DeepReadonly<z.infer<typeof replicaSetSpec>>;

export const replicaSetManifest = z.strictObject({
  apiVersion: z.literal('apps/v1'),
  kind: z.literal('ReplicaSet'),
  metadata: manifestMeta,
  spec: replicaSetSpec,
});

export interface ReplicaSetStatus {
  readonly observedGeneration: number;
  readonly replicas: number;
  readonly readyReplicas: number;
  readonly availableReplicas: number;
  /** Pods that are on their way out. They count in none of the above. */
  readonly terminatingReplicas: number;
}

export interface ReplicaSet {
  readonly apiVersion: 'apps/v1';
  readonly kind: 'ReplicaSet';
  readonly metadata: ObjectMeta;
  readonly spec: ReplicaSetSpec;
  readonly status: ReplicaSetStatus;
}

/** Of one that nobody has looked at yet. */
export const NEW_REPLICA_SET: ReplicaSetStatus = {
  observedGeneration: 0,
  replicas: 0,
  readyReplicas: 0,
  availableReplicas: 0,
  terminatingReplicas: 0,
};
