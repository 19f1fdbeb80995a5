/** ResourceQuota: how much a namespace (a district of the town) may hold. */
import { z } from 'zod';
import type { DeepReadonly } from '../base/freeze.ts';
import { manifestMeta, type ObjectMeta } from './meta.ts';
import { amount, isWhole } from './quantity.ts';

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

/** Which pods, or claims, it is about. */
export const QUOTA_SCOPES = [
  'Terminating',
  'NotTerminating',
  'BestEffort',
  'NotBestEffort',
  'PriorityClass',
  'CrossNamespacePodAffinity',
  'VolumeAttributesClass',
] as const;
export type QuotaScope = (typeof QUOTA_SCOPES)[number];

/** Nobody is limited to half a pod. Source: ValidateResourceQuantityValue. */
const count = amount.refine(isWhole, { error: 'must be an integer' });
const scopeName = z.enum(QUOTA_SCOPES);
const scopeRequirement = z.strictObject({
  scopeName,
  operator: z.enum(['In', 'NotIn', 'Exists', 'DoesNotExist']),
  values: z.array(z.string().max(253)).max(32).optional(),
});
export type ScopeRequirement = DeepReadonly<z.infer<typeof scopeRequirement>>;

export const resourceQuotaSpec = z.strictObject({
  /** `cpu` and `memory` are requests, in short. */
  hard: z.strictObject(
    Object.fromEntries(QUOTA_RESOURCES.map((name) => [name, (name === 'pods' ? count : amount).optional()])) as Record<
      QuotaResource,
      z.ZodOptional<typeof amount>
    >,
  ),
  /** All of them must hold for a pod that it counts; without any, it counts each. */
  scopes: z.array(scopeName).max(8).optional(),
  scopeSelector: z.strictObject({ matchExpressions: z.array(scopeRequirement).max(16).default([]) }).optional(),
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

/** Both ways of writing them, as one. */
export function scopesOf({ scopes = [], scopeSelector }: ResourceQuotaSpec): readonly ScopeRequirement[] {
  const listed = scopes.map((scope): ScopeRequirement => ({ scopeName: scope, operator: 'Exists' }));
  return [...listed, ...(scopeSelector?.matchExpressions ?? [])];
}
