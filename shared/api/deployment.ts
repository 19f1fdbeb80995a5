/** Deployment: the order "keep N houses of this plan, and change them without closing". */
import { z } from 'zod';
import type { DeepReadonly } from '../base/freeze.ts';
import { intOrPercent } from './int-or-percent.ts';
import { int32From } from './int32.ts';
import { labelSelector, manifestMeta, type Condition, type ObjectMeta } from './meta.ts';
import { podTemplate } from './pod.ts';

/** Defaults: oracle constants `controllers.deployment*`. */
const rollingUpdate = z.strictObject({
  maxSurge: intOrPercent.default('25%'),
  maxUnavailable: intOrPercent.default('25%'),
});

/** All at once and closed in between, or step by step. */
const strategy = z.union([
  z.strictObject({
    type: z.literal('RollingUpdate').default('RollingUpdate'),
    rollingUpdate: rollingUpdate.default({ maxSurge: '25%', maxUnavailable: '25%' }),
  }),
  z.strictObject({ type: z.literal('Recreate') }),
]);

export const deploymentSpec = z.strictObject({
  replicas: z.int().min(0).max(5000).default(1),
  selector: labelSelector,
  template: podTemplate,
  strategy: strategy.default({ type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' } }),
  minReadySeconds: int32From(0).default(0),
  revisionHistoryLimit: int32From(0).default(10),
  /** The largest number: no deadline. */
  progressDeadlineSeconds: int32From(1).default(600),
  paused: z.boolean().default(false),
});
export type DeploymentSpec = DeepReadonly<z.infer<typeof deploymentSpec>>;

export const deploymentManifest = z.strictObject({
  apiVersion: z.literal('apps/v1'),
  kind: z.literal('Deployment'),
  metadata: manifestMeta,
  spec: deploymentSpec,
});

/** Unlike others these note progress, too: the deadline counts from the last of it. */
export interface DeploymentCondition extends Condition<'Available' | 'Progressing'> {
  readonly lastUpdateTick: number;
}

export interface DeploymentStatus {
  readonly observedGeneration: number;
  readonly replicas: number;
  readonly updatedReplicas: number;
  readonly readyReplicas: number;
  readonly availableReplicas: number;
  readonly unavailableReplicas: number;
  readonly conditions: readonly DeploymentCondition[];
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
/** What the Deployment wanted when it last sized a ReplicaSet: tells a scaling from a step of a rollout. */
export const DESIRED_REPLICAS_ANNOTATION = 'deployment.kubernetes.io/desired-replicas';
/** The same with the surge added: the base of proportional scaling. */
export const MAX_REPLICAS_ANNOTATION = 'deployment.kubernetes.io/max-replicas';
/** Label that tells the pods of one revision from those of another. */
export const TEMPLATE_HASH_LABEL = 'pod-template-hash';
