/** Service: gate and street sign. A stable name for the ready pods that its selector matches. */
import { z } from 'zod';
import type { DeepReadonly } from '../base/freeze.ts';
import { dns1035Label, labels, portName } from './names.ts';
import { manifestMeta, type ObjectMeta } from './meta.ts';

const port = z.int().min(1).max(65535);

export const serviceSpec = z.strictObject({
  selector: labels,
  /** One that is asked for; left out, one is given. */
  clusterIP: z.ipv4().optional(),
  ports: z
    .array(
      z.strictObject({
        name: portName.optional(),
        protocol: z.enum(['TCP', 'UDP', 'SCTP']).optional(),
        port,
        /** On the pods: a number, or the name of a container's port. Left out: the same as `port`. */
        targetPort: z.union([port, portName]).optional(),
      }),
    )
    .min(1)
    .max(8),
  /** Pods are reached although they are not ready: for members that look for each other while they start. */
  publishNotReadyAddresses: z.boolean().default(false),
});
export type ServiceSpec = DeepReadonly<z.infer<typeof serviceSpec>>;

export const serviceManifest = z.strictObject({
  apiVersion: z.literal('v1'),
  kind: z.literal('Service'),
  metadata: manifestMeta.extend({ name: dns1035Label }),
  spec: serviceSpec,
});

export interface Service {
  readonly apiVersion: 'v1';
  readonly kind: 'Service';
  readonly metadata: ObjectMeta;
  readonly spec: ServiceSpec;
  readonly status: { readonly clusterIP: string };
}
