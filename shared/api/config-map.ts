/** ConfigMap: furniture. What an image does not bring and who moves in must add. */
import { z } from 'zod';
import { configMapKey } from './names.ts';
import { manifestMeta, type ObjectMeta } from './meta.ts';

export const configMapManifest = z.strictObject({
  apiVersion: z.literal('v1'),
  kind: z.literal('ConfigMap'),
  metadata: manifestMeta,
  data: z.record(configMapKey, z.string().max(4096)).default({}),
});

export interface ConfigMap {
  readonly apiVersion: 'v1';
  readonly kind: 'ConfigMap';
  readonly metadata: ObjectMeta;
  readonly data: Readonly<Record<string, string>>;
}
