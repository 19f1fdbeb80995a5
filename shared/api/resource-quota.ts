/** ResourceQuota: how much a namespace (a district of the town) may hold. */
import { z } from 'zod';
import type { DeepReadonly } from '../base/freeze.ts';
import { manifestMeta, type ObjectMeta } from './meta.ts';
import { quantity } from './quantity.ts';

/** In order of their names. */
export const QUOTA_RESOURCES = [
  'cpu',
  'limits.cpu',
  'limits.memory',
  'memory',
  'pods',
  'requests.cpu',
  'requests.memory',
] as const;
export type QuotaResource = (typeof QUOTA_RESOURCES)[number];

const limit = quantity.optional();

export const resourceQuotaSpec = z.strictObject({
  /** `cpu` and `memory` are requests, in short. */
  hard: z.strictObject(
    Object.fromEntries(QUOTA_RESOURCES.map((name) => [name, limit])) as Record<QuotaResource, typeof limit>,
  ),
});
export type ResourceQuotaSpec = DeepReadonly<z.infer<typeof resourceQuotaSpec>>;

export const resourceQuotaManifest = z.strictObject({
  apiVersion: z.literal('v1'),
  kind: z.literal('ResourceQuota'),
  metadata: manifestMeta,
  spec: resourceQuotaSpec,
});

export interface ResourceQuota {
  readonly apiVersion: 'v1';
  readonly kind: 'ResourceQuota';
  readonly metadata: ObjectMeta;
  readonly spec: ResourceQuotaSpec;
  /** Quantities. */
  readonly status: { readonly used: Readonly<Partial<Record<QuotaResource, string>>> };
}
