/** How long a pod may stay on a node with NoExecute taints. Source: pkg/controller/tainteviction. */
import type { Taint } from '../../../api/node.ts';
import { placedTick, type Pod, type Toleration } from '../../../api/pod.ts';
import { isTolerated, tolerates, type TaintMatter } from '../../../api/toleration.ts';

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

/**
 * When the pod is to be evicted; null for never. The clock starts with the first taint that it tolerates for a time
 * only, or with its arrival, for the shortest time that it is given then: whatever comes later changes nothing, unless
 * the pod does not tolerate it at all.
 */
export function evictionTick(pod: Pod, taints: readonly Taint[]): number | null {
  const { tolerations } = pod.spec;
  const arrived = placedTick(pod);
  const since = ({ addedTick }: Taint) => Math.max(addedTick ?? 0, arrived);
  const limits = taints.filter((taint) => toleratedSeconds([taint], tolerations) < Number.POSITIVE_INFINITY);
  if (limits.length === 0) return null;
  const start = Math.min(...limits.map(since));
  const given = toleratedSeconds(
    taints.filter((taint) => since(taint) <= start),
    tolerations,
  );
  const untolerated = limits.filter((taint) => !isTolerated(tolerations, taint)).map(since);
  return Math.min(start + given, ...untolerated);
}
