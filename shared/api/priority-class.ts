/** PriorityClass: which pods matter more when there is not room for all. */
import { z } from 'zod';
import { dns1123Subdomain } from './names.ts';
import { manifestMeta, type ObjectMeta } from './meta.ts';

/** Oracle: scheduler.priorityMaxUser. */
const MAX_USER_PRIORITY = 1_000_000_000;

export const priorityClassManifest = z.strictObject({
  apiVersion: z.literal('scheduling.k8s.io/v1'),
  kind: z.literal('PriorityClass'),
  metadata: manifestMeta.extend({ name: dns1123Subdomain, namespace: z.literal('').default('') }),
  value: z.int().min(-2_147_483_648).max(MAX_USER_PRIORITY),
  /** Stands for pods that name no class. */
  globalDefault: z.boolean().default(false),
  preemptionPolicy: z.enum(['PreemptLowerPriority', 'Never']).default('PreemptLowerPriority'),
  description: z.string().max(1000).default(''),
});

export interface PriorityClass {
  readonly apiVersion: 'scheduling.k8s.io/v1';
  readonly kind: 'PriorityClass';
  readonly metadata: ObjectMeta;
  readonly value: number;
  readonly globalDefault: boolean;
  readonly preemptionPolicy: 'PreemptLowerPriority' | 'Never';
  readonly description: string;
}

/** The two classes that every cluster has. Oracle: scheduler.prioritySystemCluster, scheduler.prioritySystemNode. */
export const SYSTEM_CLASSES: Readonly<Record<string, number>> = {
  'system-cluster-critical': 2_000_000_000,
  'system-node-critical': 2_000_001_000,
};
