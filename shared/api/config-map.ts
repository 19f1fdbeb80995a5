/** ConfigMap: furniture. What an image does not bring and who moves in must add. */
import { z } from 'zod';
import { manifestMeta, type ObjectMeta } from './meta.ts';

export const configMapManifest = z.strictObject({
  apiVersion: z.literal('v1'),
  kind: z.literal('ConfigMap'),
  metadata: manifestMeta,
  data: z
    .record(
      z
        .string()
        .max(253)
        .regex(/^[-._a-zA-Z0-9]+$/),
      z.string().max(4096),
    )
    .default({}),
});

export interface ConfigMap {
  readonly apiVersion: 'v1';
  readonly kind: 'ConfigMap';
  readonly metadata: ObjectMeta;
  readonly data: Readonly<Record<string, string>>;
}
