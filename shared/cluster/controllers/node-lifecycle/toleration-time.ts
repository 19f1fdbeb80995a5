/** How long a pod may stay on a node with NoExecute taints. Source: pkg/controller/tainteviction. */
import type { Taint } from '../../../api/node.ts';
import { podCondition, type Pod, type Toleration } from '../../../api/pod.ts';
import { tolerates, type TaintMatter } from '../../../api/toleration.ts';

/** Shortest of the times that the used tolerations give; Infinity where all of them hold for ever. */
export function minTolerationSeconds(used: readonly { readonly tolerationSeconds?: number | undefined }[]): number {
  if (used.length === 0) return 0;
  const times = used.map(({ tolerationSeconds }) => Math.max(0, tolerationSeconds ?? Number.POSITIVE_INFINITY));
  return Math.min(...times);
}

/** Seconds until the pod must go: 0 at once (a taint that it does not tolerate), Infinity never. */
export function toleratedSeconds(taints: readonly TaintMatter[], tolerations: readonly Toleration[]): number {
  const sending = taints.filter((taint) => taint.effect === 'NoExecute');
  if (sending.length === 0) return Number.POSITIVE_INFINITY;
  const used = sending.map((taint) => tolerations.find((toleration) => tolerates(toleration, taint)));
  return used.every((toleration) => toleration !== undefined) ? minTolerationSeconds(used) : 0;
}

/** When the pod is to be evicted; null for never. Counts from the first of the taints, or from the pod's arrival. */
export function evictionTick(pod: Pod, taints: readonly Taint[]): number | null {
  const seconds = toleratedSeconds(taints, pod.spec.tolerations);
  if (seconds === Number.POSITIVE_INFINITY) return null;
  const added = taints.filter((taint) => taint.effect === 'NoExecute').map((taint) => taint.addedTick ?? 0);
  const arrived = podCondition(pod, 'PodScheduled')?.lastTransitionTick ?? pod.metadata.creationTick;
  return Math.max(Math.min(...added), arrived) + seconds;
}
