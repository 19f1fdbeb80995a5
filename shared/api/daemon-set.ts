/** DaemonSet: one yard of this plan in every village (node) that will have it. */
import { z } from 'zod';
import type { DeepReadonly } from '../base/freeze.ts';
import { intOrPercent } from './int-or-percent.ts';
import { int32From } from './int32.ts';
import { labelSelector, manifestMeta, type ObjectMeta } from './meta.ts';
import { podTemplate } from './pod.ts';

/** Defaults: pkg/apis/apps/v1/defaults.go. */
const ROLLING_UPDATE = { maxUnavailable: 1, maxSurge: 0 };
const rollingUpdate = z
  .strictObject({
    maxUnavailable: intOrPercent.default(ROLLING_UPDATE.maxUnavailable),
    /** Not 0: the new one comes before the old one goes. */
    maxSurge: intOrPercent.default(ROLLING_UPDATE.maxSurge),
  })
  .default(ROLLING_UPDATE);
const updateStrategy = z.union([
  z.strictObject({
    type: z.literal('RollingUpdate').default('RollingUpdate'),
    rollingUpdate,
  }),
  z.strictObject({ type: z.literal('OnDelete') }),
]);

export const daemonSetSpec = z.strictObject({
  selector: labelSelector,
  template: podTemplate,
  updateStrategy: updateStrategy.default({ type: 'RollingUpdate', rollingUpdate: ROLLING_UPDATE }),
  minReadySeconds: int32From(0).default(0),
  revisionHistoryLimit: int32From(0).default(10),
});
export type DaemonSetSpec = DeepReadonly<z.infer<typeof daemonSetSpec>>;

export const daemonSetManifest = z.strictObject({
  apiVersion: z.literal('apps/v1'),
  kind: z.literal('DaemonSet'),
  metadata: manifestMeta,
  spec: daemonSetSpec,
});

export interface DaemonSet {
  readonly apiVersion: 'apps/v1';
  readonly kind: 'DaemonSet';
  readonly metadata: ObjectMeta;
  readonly spec: DaemonSetSpec;
  readonly status: {
    readonly observedGeneration: number;
    readonly desiredNumberScheduled: number;
    readonly currentNumberScheduled: number;
    readonly numberMisscheduled: number;
    readonly numberReady: number;
    readonly numberAvailable: number;
    readonly updatedNumberScheduled: number;
  };
}
