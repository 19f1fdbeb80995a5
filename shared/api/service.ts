/** Service: gate and street sign. A stable name for the ready pods that its selector matches. */
import { z } from 'zod';
import type { DeepReadonly } from '../base/freeze.ts';
import { labels } from './names.ts';
import { manifestMeta, type ObjectMeta } from './meta.ts';

export const serviceSpec = z.strictObject({
  selector: labels,
  ports: z
    .array(z.strictObject({ port: z.int().min(1).max(65535), targetPort: z.int().min(1).max(65535) }))
    .min(1)
    .max(8),
});
export type ServiceSpec = DeepReadonly<z.infer<typeof serviceSpec>>;

export const serviceManifest = z.strictObject({
  apiVersion: z.literal('v1'),
  kind: z.literal('Service'),
  metadata: manifestMeta,
  spec: serviceSpec,
});

export interface Service {
  readonly apiVersion: 'v1';
  readonly kind: 'Service';
  readonly metadata: ObjectMeta;
  readonly spec: ServiceSpec;
  readonly status: { readonly clusterIP: string };
}
