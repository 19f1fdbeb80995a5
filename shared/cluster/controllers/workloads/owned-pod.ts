/** A pod that a StatefulSet, DaemonSet or Job lacks: what it is to be like. One slot each: an ordinal, a node, or nothing. */
import type { ObjectMeta } from '../../../api/meta.ts';
import type { PodSpec } from '../../../api/pod.ts';
import type { Status } from '../../../api/status.ts';
import type { View } from '../../../store/store.ts';
import { daemonPod } from '../daemon-set/daemon-pod.ts';
import { jobPod } from '../job/job-pods.ts';
import { statefulPod } from '../stateful-set/stateful-pods.ts';

export const POD_OWNERS = ['StatefulSet', 'DaemonSet', 'Job'] as const;
export type PodOwnerKind = (typeof POD_OWNERS)[number];

export interface PlannedPod {
  readonly owner: { readonly kind: PodOwnerKind; readonly metadata: ObjectMeta };
  /** Null: whatever `generateName` gives. */
  readonly name: string | null;
  readonly labels: Readonly<Record<string, string>>;
  /** The template's. */
  readonly annotations?: Readonly<Record<string, string>> | undefined;
  readonly spec: PodSpec;
  /** The component that speaks in events. */
  readonly source: string;
}

export function isRefused(planned: PlannedPod | Status): planned is Status {
  return 'status' in planned && planned.status === 'Failure';
}

/** Refuses a pod that is not missing. */
export function planPod(view: View, kind: PodOwnerKind, key: string, slot: string): PlannedPod | Status {
  if (kind === 'StatefulSet') return statefulPod(view, key, slot);
  return kind === 'DaemonSet' ? daemonPod(view, key, slot) : jobPod(view, key);
}
