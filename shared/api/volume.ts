/** Volumes: furniture that outlives the house it stands in. */
import { z } from 'zod';
import type { DeepReadonly } from '../base/freeze.ts';
import { dns1123Label, dns1123Subdomain } from './names.ts';
import { quantity } from './quantity.ts';

const name = dns1123Label;
const optional = z.boolean().optional();

/** One of the five kinds. */
export const volume = z.strictObject({
  name,
  /** Outlives its containers, not its pod. */
  emptyDir: z.strictObject({ sizeLimit: quantity.optional() }).optional(),
  /** Outlives its pod. */
  persistentVolumeClaim: z.strictObject({ claimName: dns1123Subdomain }).optional(),
  configMap: z.strictObject({ name: dns1123Subdomain, optional }).optional(),
  secret: z.strictObject({ secretName: dns1123Subdomain, optional }).optional(),
  /** The files of another house, as shelves to read from. */
  image: z.strictObject({ reference: z.string().min(1).max(512) }).optional(),
});
export type Volume = DeepReadonly<z.infer<typeof volume>>;

export const volumeMount = z.strictObject({
  /** Of the pod's volume. */
  name,
  mountPath: z.string().min(1).max(500),
  readOnly: z.boolean().default(false),
});
export type VolumeMount = DeepReadonly<z.infer<typeof volumeMount>>;
