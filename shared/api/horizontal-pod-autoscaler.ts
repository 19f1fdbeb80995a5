/** HorizontalPodAutoscaler: the innkeeper who opens and closes houses as visitors come and go. */
import { z } from 'zod';
import type { DeepReadonly } from '../base/freeze.ts';
import { manifestMeta, type Condition, type ObjectMeta } from './meta.ts';
import { dns1123Label, dns1123Subdomain, labels } from './names.ts';
import { quantity } from './quantity.ts';

const resource = z.enum(['cpu', 'memory']);
const resourceTarget = z.union([
  z.strictObject({ type: z.literal('Utilization'), averageUtilization: z.int().min(1) }),
  z.strictObject({ type: z.literal('AverageValue'), averageValue: quantity }),
]);
const valueTarget = z.union([
  z.strictObject({ type: z.literal('Value'), value: quantity }),
  z.strictObject({ type: z.literal('AverageValue'), averageValue: quantity }),
]);
const metricName = z.strictObject({
  name: z.string().min(1).max(100),
  selector: z.strictObject({ matchLabels: labels }).optional(),
});

export const metricSpec = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('Resource'), resource: z.strictObject({ name: resource, target: resourceTarget }) }),
  z.strictObject({
    type: z.literal('ContainerResource'),
    containerResource: z.strictObject({ name: resource, container: dns1123Label, target: resourceTarget }),
  }),
  z.strictObject({
    type: z.literal('Pods'),
    pods: z.strictObject({
      metric: metricName,
      target: z.strictObject({ type: z.literal('AverageValue'), averageValue: quantity }),
    }),
  }),
  z.strictObject({
    type: z.literal('Object'),
    object: z.strictObject({
      /** Of any kind; the visitors of a Service are counted. */
      describedObject: z.strictObject({
        apiVersion: z.string().max(317).optional(),
        kind: z.string().min(1).max(63),
        name: dns1123Subdomain,
      }),
      metric: metricName,
      target: valueTarget,
    }),
  }),
  z.strictObject({
    type: z.literal('External'),
    external: z.strictObject({ metric: metricName, target: valueTarget }),
  }),
]);
export type MetricSpec = DeepReadonly<z.infer<typeof metricSpec>>;

const scalingPolicy = z.strictObject({
  type: z.enum(['Pods', 'Percent']),
  value: z.int().min(1),
  periodSeconds: z.int().min(1).max(1800),
});
/** What is left out is filled in with the defaults of its direction. */
const scalingRules = z.strictObject({
  stabilizationWindowSeconds: z.int().min(0).max(3600).optional(),
  selectPolicy: z.enum(['Max', 'Min', 'Disabled']).optional(),
  policies: z.array(scalingPolicy).min(1).max(8).optional(),
  /** A share: `0.1` is ten percent. */
  tolerance: quantity.optional(),
});
export type ScalingRules = DeepReadonly<z.infer<typeof scalingRules>>;

export const horizontalPodAutoscalerSpec = z.strictObject({
  scaleTargetRef: z.strictObject({
    apiVersion: z.literal('apps/v1').default('apps/v1'),
    kind: z.enum(['Deployment', 'ReplicaSet', 'StatefulSet']),
    name: dns1123Subdomain,
  }),
  minReplicas: z.int().min(1).max(500).default(1),
  maxReplicas: z.int().min(1).max(500),
  /** Oracle: controllers.hpaDefaultCPUTarget. */
  metrics: z
    .array(metricSpec)
    .min(1)
    .max(8)
    .default([
      { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } } },
    ]),
  behavior: z.strictObject({ scaleUp: scalingRules.optional(), scaleDown: scalingRules.optional() }).optional(),
});
export type HorizontalPodAutoscalerSpec = DeepReadonly<z.infer<typeof horizontalPodAutoscalerSpec>>;

export const horizontalPodAutoscalerManifest = z.strictObject({
  apiVersion: z.literal('autoscaling/v2'),
  kind: z.literal('HorizontalPodAutoscaler'),
  metadata: manifestMeta,
  spec: horizontalPodAutoscalerSpec,
});

/** What the metrics alone asked for, once. Old ones hold a change back for a while. */
export interface Recommendation {
  readonly tick: number;
  readonly replicas: number;
}

/** A change of size that counts against the limits of its period. */
export interface ScaleEvent {
  readonly tick: number;
  readonly replicaChange: number;
  /** Older than any policy looks back: its place may be used again. */
  readonly outdated: boolean;
}

export interface MetricReading {
  readonly name: string;
  /** Percent of what was asked for; null where the target is no share. */
  readonly utilizationPercent: number | null;
  /** Thousandths. */
  readonly valueMilli: number;
}

export interface HorizontalPodAutoscalerStatus {
  readonly currentReplicas: number;
  readonly desiredReplicas: number;
  readonly lastScaleTick: number | null;
  readonly currentMetrics: readonly MetricReading[];
  readonly conditions: readonly Condition<'AbleToScale' | 'ScalingActive' | 'ScalingLimited'>[];
  readonly recommendations: readonly Recommendation[];
  readonly scaleUpEvents: readonly ScaleEvent[];
  readonly scaleDownEvents: readonly ScaleEvent[];
  /** It looks again at this tick. */
  readonly nextSyncTick: number;
}

export interface HorizontalPodAutoscaler {
  readonly apiVersion: 'autoscaling/v2';
  readonly kind: 'HorizontalPodAutoscaler';
  readonly metadata: ObjectMeta;
  readonly spec: HorizontalPodAutoscalerSpec;
  readonly status: HorizontalPodAutoscalerStatus;
}
