/** Pod: a walled yard. One or more containers that share an address and a fate. */
import { z } from 'zod';
import type { DeepReadonly } from '../base/freeze.ts';
import { dns1123Label, dns1123Subdomain, labels, qualifiedName } from './names.ts';
import { manifestMeta, type Condition, type ObjectMeta } from './meta.ts';
import { quantity } from './quantity.ts';

const resourceList = z.strictObject({ cpu: quantity.optional(), memory: quantity.optional() });

/** Defaults: oracle constants `pod.probe*`. The handler is the container's own health, which the runtime knows. */
export const probe = z.strictObject({
  httpGet: z.strictObject({ path: z.string().max(200).default('/'), port: z.int().min(1).max(65535) }),
  initialDelaySeconds: z.int().min(0).max(3600).default(0),
  periodSeconds: z.int().min(1).max(3600).default(10),
  timeoutSeconds: z.int().min(1).max(600).default(1),
  successThreshold: z.int().min(1).max(20).default(1),
  failureThreshold: z.int().min(1).max(20).default(3),
});
export type Probe = DeepReadonly<z.infer<typeof probe>>;

export const imagePullPolicy = z.enum(['Always', 'IfNotPresent', 'Never']);

export const container = z.strictObject({
  name: dns1123Label,
  image: z.string().min(1).max(512),
  imagePullPolicy: imagePullPolicy.optional(),
  resources: z
    .strictObject({ requests: resourceList.default({}), limits: resourceList.default({}) })
    .default({ requests: {}, limits: {} }),
  ports: z
    .array(z.strictObject({ containerPort: z.int().min(1).max(65535) }))
    .max(16)
    .default([]),
  env: z
    .array(z.strictObject({ name: z.string().min(1).max(253), value: z.string().max(4096) }))
    .max(64)
    .default([]),
  envFrom: z
    .array(z.strictObject({ configMapRef: z.strictObject({ name: dns1123Subdomain }) }))
    .max(16)
    .default([]),
  readinessProbe: probe.optional(),
  livenessProbe: probe.optional(),
});
export type Container = DeepReadonly<z.infer<typeof container>>;

export const toleration = z.strictObject({
  key: qualifiedName.optional(),
  operator: z.enum(['Exists', 'Equal']).default('Equal'),
  value: z.string().max(63).default(''),
  effect: z.enum(['NoSchedule', 'PreferNoSchedule', 'NoExecute']).optional(),
  tolerationSeconds: z.int().min(0).optional(),
});
export type Toleration = DeepReadonly<z.infer<typeof toleration>>;

export const podSpec = z.strictObject({
  nodeName: dns1123Subdomain.nullable().default(null),
  containers: z.array(container).min(1).max(8),
  nodeSelector: labels.default({}),
  tolerations: z.array(toleration).max(32).default([]),
  restartPolicy: z.enum(['Always', 'OnFailure', 'Never']).default('Always'),
  terminationGracePeriodSeconds: z.int().min(0).max(3600).default(30),
});
export type PodSpec = DeepReadonly<z.infer<typeof podSpec>>;

export const podTemplate = z.strictObject({
  metadata: z.strictObject({ labels: labels.default({}) }).default({ labels: {} }),
  spec: podSpec,
});
export type PodTemplate = DeepReadonly<z.infer<typeof podTemplate>>;

export const podManifest = z.strictObject({
  apiVersion: z.literal('v1'),
  kind: z.literal('Pod'),
  metadata: manifestMeta,
  spec: podSpec,
});

export type ContainerState =
  | { readonly type: 'waiting'; readonly reason: string; readonly message: string }
  | { readonly type: 'running'; readonly startedTick: number }
  | {
      readonly type: 'terminated';
      readonly reason: string;
      readonly exitCode: number;
      /** Last words, as `terminationMessagePolicy: FallbackToLogsOnError` shows them; absent when there are none. */
      readonly message?: string;
      readonly startedTick: number;
      readonly finishedTick: number;
    };

export interface ContainerStatus {
  readonly name: string;
  readonly image: string;
  /** Digest of the image that really runs; empty until it is pulled. */
  readonly imageId: string;
  readonly ready: boolean;
  readonly started: boolean;
  readonly restartCount: number;
  readonly state: ContainerState;
  readonly lastState: ContainerState | null;
}

export type PodPhase = 'Pending' | 'Running' | 'Succeeded' | 'Failed' | 'Unknown';
export type PodConditionType = 'PodScheduled' | 'Initialized' | 'ContainersReady' | 'Ready' | 'DisruptionTarget';

export interface PodStatus {
  readonly phase: PodPhase;
  readonly reason: string;
  readonly message: string;
  readonly conditions: readonly Condition<PodConditionType>[];
  readonly containerStatuses: readonly ContainerStatus[];
  readonly podIP: string;
  readonly hostIP: string;
  readonly startTick: number | null;
}

export interface Pod {
  readonly apiVersion: 'v1';
  readonly kind: 'Pod';
  readonly metadata: ObjectMeta;
  readonly spec: PodSpec;
  readonly status: PodStatus;
}

export function podCondition(pod: Pod, type: PodConditionType): Condition<PodConditionType> | undefined {
  return pod.status.conditions.find((condition) => condition.type === type);
}

export function isPodReady(pod: Pod): boolean {
  return podCondition(pod, 'Ready')?.status === 'True';
}

/** Succeeded or Failed: nothing of it will run again. */
export function isPodTerminal(pod: Pod): boolean {
  return pod.status.phase === 'Succeeded' || pod.status.phase === 'Failed';
}

export function isTerminating(object: { readonly metadata: ObjectMeta }): boolean {
  return object.metadata.deletionTick !== null;
}

/** Counts as one of its controller's replicas. Source: pkg/controller/controller_utils.go, IsPodActive. */
export function isPodActive(pod: Pod): boolean {
  return !isPodTerminal(pod) && !isTerminating(pod);
}
