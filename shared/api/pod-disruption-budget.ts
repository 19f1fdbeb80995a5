/** PodDisruptionBudget: how many yards of a kind may be asked to leave at the same time. */
import { z } from 'zod';
import type { DeepReadonly } from '../base/freeze.ts';
import { intOrPercent } from './int-or-percent.ts';
import { labelSelector, manifestMeta, type Condition, type ObjectMeta } from './meta.ts';

export const podDisruptionBudgetSpec = z.strictObject({
  selector: labelSelector,
  /** One of the two. */
  minAvailable: intOrPercent.optional(),
  maxUnavailable: intOrPercent.optional(),
  unhealthyPodEvictionPolicy: z.enum(['IfHealthyBudget', 'AlwaysAllow']).default('IfHealthyBudget'),
});
export type PodDisruptionBudgetSpec = DeepReadonly<z.infer<typeof podDisruptionBudgetSpec>>;

export const podDisruptionBudgetManifest = z.strictObject({
  apiVersion: z.literal('policy/v1'),
  kind: z.literal('PodDisruptionBudget'),
  metadata: manifestMeta,
  spec: podDisruptionBudgetSpec,
});

export interface PodDisruptionBudget {
  readonly apiVersion: 'policy/v1';
  readonly kind: 'PodDisruptionBudget';
  readonly metadata: ObjectMeta;
  readonly spec: PodDisruptionBudgetSpec;
  readonly status: {
    readonly observedGeneration: number;
    readonly disruptionsAllowed: number;
    readonly currentHealthy: number;
    readonly desiredHealthy: number;
    readonly expectedPods: number;
    readonly conditions: readonly Condition<'DisruptionAllowed'>[];
  };
}
