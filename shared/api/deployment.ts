/** Deployment: the order "keep N houses of this plan, and change them without closing". */
import { z } from 'zod';
import type { DeepReadonly } from '../base/freeze.ts';
import { labelSelector, manifestMeta, type Condition, type ObjectMeta } from './meta.ts';
import { podTemplate } from './pod.ts';

/** A count or a percentage of the desired replicas. */
export const intOrPercent = z.union([z.int().min(0).max(1000), z.string().regex(/^(100|[1-9]?[0-9])%$/)]);
export type IntOrPercent = z.infer<typeof intOrPercent>;

/** Defaults: oracle constants `controllers.deployment*`. */
const rollingUpdate = z.strictObject({
  maxSurge: intOrPercent.default('25%'),
  maxUnavailable: intOrPercent.default('25%'),
});

export const deploymentSpec = z.strictObject({
  replicas: z.int().min(0).max(5000).default(1),
  selector: labelSelector,
  template: podTemplate,
  strategy: z
    .strictObject({
      type: z.literal('RollingUpdate').default('RollingUpdate'),
      rollingUpdate: rollingUpdate.default({ maxSurge: '25%', maxUnavailable: '25%' }),
    })
    .default({ type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' } }),
  minReadySeconds: z.int().min(0).max(3600).default(0),
  revisionHistoryLimit: z.int().min(0).max(100).default(10),
  progressDeadlineSeconds: z.int().min(1).default(600),
  paused: z.boolean().default(false),
});
export type DeploymentSpec = DeepReadonly<z.infer<typeof deploymentSpec>>;

export const deploymentManifest = z.strictObject({
  apiVersion: z.literal('apps/v1'),
  kind: z.literal('Deployment'),
  metadata: manifestMeta,
  spec: deploymentSpec,
});

export interface DeploymentStatus {
  readonly observedGeneration: number;
  readonly replicas: number;
  readonly updatedReplicas: number;
  readonly readyReplicas: number;
  readonly availableReplicas: number;
  readonly unavailableReplicas: number;
  readonly conditions: readonly Condition<'Available' | 'Progressing'>[];
}

export interface Deployment {
  readonly apiVersion: 'apps/v1';
  readonly kind: 'Deployment';
  readonly metadata: ObjectMeta;
  readonly spec: DeploymentSpec;
  readonly status: DeploymentStatus;
}

/** Annotation that numbers the revisions of a Deployment on itself and on its ReplicaSets. */
export const REVISION_ANNOTATION = 'deployment.kubernetes.io/revision';
/** Label that tells the pods of one revision from those of another. */
export const TEMPLATE_HASH_LABEL = 'pod-template-hash';
