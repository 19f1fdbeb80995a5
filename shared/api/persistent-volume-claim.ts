/** PersistentVolumeClaim: storage that outlives pods, like a cellar that a house only has the key to. */
import { z } from 'zod';
import type { DeepReadonly } from '../base/freeze.ts';
import { manifestMeta, type ObjectMeta } from './meta.ts';
import { parseQuantity, quantity } from './quantity.ts';

/** Source: pkg/apis/core/validation, ValidatePositiveQuantityValue. */
const room = quantity.refine((text) => (parseQuantity(text)?.nanos ?? 1n) > 0n, { error: 'must be greater than zero' });

export const persistentVolumeClaimSpec = z.strictObject({
  accessModes: z
    .array(z.enum(['ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOncePod']))
    .min(1)
    .max(4),
  resources: z.strictObject({ requests: z.strictObject({ storage: room }) }),
  storageClassName: z.string().max(253).optional(),
});
export type PersistentVolumeClaimSpec = DeepReadonly<z.infer<typeof persistentVolumeClaimSpec>>;

export const persistentVolumeClaimManifest = z.strictObject({
  apiVersion: z.literal('v1'),
  kind: z.literal('PersistentVolumeClaim'),
  metadata: manifestMeta,
  spec: persistentVolumeClaimSpec,
});

export interface PersistentVolumeClaim {
  readonly apiVersion: 'v1';
  readonly kind: 'PersistentVolumeClaim';
  readonly metadata: ObjectMeta;
  readonly spec: PersistentVolumeClaimSpec;
  /** *Simplified*: a volume is made for it at once, and reached from every node. */
  readonly status: { readonly phase: 'Bound'; readonly volumeName: string };
}
