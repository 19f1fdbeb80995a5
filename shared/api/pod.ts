/** Pod: a walled yard. One or more containers that share an address and a fate. */
import { z } from 'zod';
import type { DeepReadonly } from '../base/freeze.ts';
import { affinity, topologySpreadConstraint } from './affinity.ts';
import { container, resourceList, resourceRequirements } from './container.ts';
import { int32From } from './int32.ts';
import { manifestMeta, type Condition, type ObjectMeta } from './meta.ts';
import { annotations, dns1123Label, dns1123Subdomain, labels, qualifiedName } from './names.ts';
import { volume } from './volume.ts';

export type { Container, Probe } from './container.ts';

export const toleration = z.strictObject({
  key: qualifiedName.optional(),
  operator: z.enum(['Exists', 'Equal']).default('Equal'),
  value: z.string().max(63).default(''),
  effect: z.enum(['NoSchedule', 'PreferNoSchedule', 'NoExecute']).optional(),
  /** Less than nothing is nothing. */
  tolerationSeconds: z.int().optional(),
});
export type Toleration = DeepReadonly<z.infer<typeof toleration>>;

/** Any int32 that is no system class's. Oracle: scheduler.prioritySystemNode. */
const MAX_PRIORITY = 2_000_001_000;
const MIN_PRIORITY = -2_147_483_648;

export const podSpec = z.strictObject({
  nodeName: dns1123Subdomain.nullable().default(null),
  /** One after the other before the rest; one with `restartPolicy: Always` is a sidecar and goes on beside it. */
  initContainers: z.array(container).max(8).default([]),
  containers: z.array(container).min(1).max(8),
  volumes: z.array(volume).max(16).default([]),
  nodeSelector: labels.default({}),
  affinity: affinity.optional(),
  topologySpreadConstraints: z.array(topologySpreadConstraint).max(8).optional(),
  /** For the pod as a whole, in place of the sum of its containers. */
  resources: resourceRequirements.optional(),
  /** What running it costs beside its containers. */
  overhead: resourceList.optional(),
  /** Filled in from the PriorityClass. */
  priority: z.int().min(MIN_PRIORITY).max(MAX_PRIORITY).optional(),
  priorityClassName: dns1123Subdomain.optional(),
  preemptionPolicy: z.enum(['PreemptLowerPriority', 'Never']).optional(),
  tolerations: z.array(toleration).max(32).default([]),
  /** With a subdomain that is a Service's name, a DNS name of its own. */
  hostname: dns1123Label.optional(),
  subdomain: dns1123Label.optional(),
  restartPolicy: z.enum(['Always', 'OnFailure', 'Never']).default('Always'),
  terminationGracePeriodSeconds: int32From(0).default(30),
  /** From its admission on; then its kubelet ends it. */
  activeDeadlineSeconds: int32From(1).optional(),
});
export type PodSpec = DeepReadonly<z.infer<typeof podSpec>>;

export const podTemplate = z.strictObject({
  metadata: z.strictObject({ labels: labels.default({}), annotations: annotations.optional() }).default({ labels: {} }),
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

/** What is given up first when a node runs out of something, and what last. */
export type QosClass = 'Guaranteed' | 'Burstable' | 'BestEffort';

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
  /** Absent in a pod without init containers. */
  readonly initContainerStatuses?: readonly ContainerStatus[];
  readonly containerStatuses: readonly ContainerStatus[];
  readonly qosClass: QosClass;
  readonly podIP: string;
  readonly hostIP: string;
  readonly startTick: number | null;
  /** Where room is being made for it: the pods that it preempted are leaving. */
  readonly nominatedNodeName?: string;
}

/** Without a class a pod's priority is 0. */
export function podPriority(pod: Pod): number {
  return pod.spec.priority ?? 0;
}

export interface Pod {
  readonly apiVersion: 'v1';
  readonly kind: 'Pod';
  readonly metadata: ObjectMeta;
  readonly spec: PodSpec;
  readonly status: PodStatus;
}

/** When it came to its node. */
export function placedTick(pod: Pod): number {
  return podCondition(pod, 'PodScheduled')?.lastTransitionTick ?? pod.metadata.creationTick;
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

/** Keys of the claims that it uses. */
export function claimsOf({ metadata: { namespace }, spec }: Pick<Pod, 'metadata' | 'spec'>): readonly string[] {
  return spec.volumes.flatMap(({ persistentVolumeClaim }) =>
    persistentVolumeClaim ? [`${namespace}/${persistentVolumeClaim.claimName}`] : [],
  );
}

/** On the picture of a pod that a kubelet runs by itself. Source: api/core/v1/annotation_key_constants.go. */
export const MIRROR_ANNOTATION = 'kubernetes.io/config.mirror';

/** Whoever takes it down takes down a picture: the pod stays. */
export function isMirrorPod({ metadata }: Pick<Pod, 'metadata'>): boolean {
  return metadata.annotations[MIRROR_ANNOTATION] !== undefined;
}
