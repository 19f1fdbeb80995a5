/** StatefulSet: yards with numbers on their doors. Each keeps its name and its cellar; they come and go in order. */
import { z } from 'zod';
import type { DeepReadonly } from '../base/freeze.ts';
import { int32From } from './int32.ts';
import { labelSelector, manifestMeta, type ObjectMeta } from './meta.ts';
import { dns1123Label, labels } from './names.ts';
import { persistentVolumeClaimSpec } from './persistent-volume-claim.ts';
import { podTemplate, type PodTemplate } from './pod.ts';

/** Defaults: pkg/apis/apps/v1/defaults.go. */
const updateStrategy = z.union([
  z.strictObject({
    type: z.literal('RollingUpdate').default('RollingUpdate'),
    rollingUpdate: z.strictObject({ partition: z.int().min(0).default(0) }).default({ partition: 0 }),
  }),
  z.strictObject({ type: z.literal('OnDelete') }),
]);

export const statefulSetSpec = z.strictObject({
  replicas: z.int().min(0).max(500).default(1),
  serviceName: z.string().max(63).default(''),
  selector: labelSelector,
  template: podTemplate,
  podManagementPolicy: z.enum(['OrderedReady', 'Parallel']).default('OrderedReady'),
  updateStrategy: updateStrategy.default({ type: 'RollingUpdate', rollingUpdate: { partition: 0 } }),
  volumeClaimTemplates: z
    .array(
      z.strictObject({
        metadata: z.strictObject({ name: dns1123Label, labels: labels.default({}) }),
        spec: persistentVolumeClaimSpec,
      }),
    )
    .max(8)
    .default([]),
  minReadySeconds: int32From(0).default(0),
  revisionHistoryLimit: int32From(0).default(10),
});
export type StatefulSetSpec = DeepReadonly<z.infer<typeof statefulSetSpec>>;

export const statefulSetManifest = z.strictObject({
  apiVersion: z.literal('apps/v1'),
  kind: z.literal('StatefulSet'),
  metadata: manifestMeta,
  spec: statefulSetSpec,
});

export interface StatefulSet {
  readonly apiVersion: 'apps/v1';
  readonly kind: 'StatefulSet';
  readonly metadata: ObjectMeta;
  readonly spec: StatefulSetSpec;
  readonly status: {
    readonly observedGeneration: number;
    readonly replicas: number;
    readonly readyReplicas: number;
    readonly availableReplicas: number;
    /** Those of the template before the present one, and those of the present one; both, where there is but one. */
    readonly currentReplicas: number;
    readonly updatedReplicas: number;
    /** Hash of the template that the pods had before the rollout, and of the present one, as pods carry it in a label. */
    readonly currentRevision: string;
    readonly updateRevision: string;
    /** Null before anybody has looked. *Simplified*: the real one lies in a ControllerRevision. */
    readonly currentTemplate: PodTemplate | null;
  };
}

/** Labels on pods. Source: api/apps/v1/types.go. */
export const POD_NAME_LABEL = 'statefulset.kubernetes.io/pod-name';
export const POD_INDEX_LABEL = 'apps.kubernetes.io/pod-index';
/** Which template a pod was made from: on the pods of StatefulSets and DaemonSets. */
export const REVISION_HASH_LABEL = 'controller-revision-hash';
