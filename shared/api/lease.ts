/** Lease: a node's heartbeat. Renewed every 10 s, good for 40 s. */
import type { ObjectMeta } from './meta.ts';

export interface Lease {
  readonly apiVersion: 'coordination.k8s.io/v1';
  readonly kind: 'Lease';
  readonly metadata: ObjectMeta;
  readonly spec: { readonly holderIdentity: string; readonly leaseDurationSeconds: number; readonly renewTick: number };
}
