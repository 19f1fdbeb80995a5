/** A DaemonSet that puts up the new one beside the old one. Source: pkg/controller/daemon: update.go, podsShouldBeOnNode. */
import type { DaemonSet } from '../../../api/daemon-set.ts';
import { scaledValue } from '../../../api/int-or-percent.ts';
import { isPodReady, isPodTerminal, isTerminating, type Pod } from '../../../api/pod.ts';
import { REVISION_HASH_LABEL } from '../../../api/stateful-set.ts';
import type { View } from '../../../store/store.ts';
import { isAvailable } from '../workloads/availability.ts';
import { podsByNode, revisionHash, wantsNode } from './daemon-pods.ts';

type PodsByNode = ReturnType<typeof podsByNode>;

export function nodesOf(view: View, set: DaemonSet): readonly string[] {
  return view.keys('Node').filter((name) => {
    const node = view.get('Node', name);
    return node !== undefined && wantsNode(set, node) === 'run';
  });
}

/** On so many nodes two may stand at a time; 0 where the old one goes first. */
export function surgeOf({ spec: { updateStrategy } }: DaemonSet, nodes: number): number {
  return updateStrategy.type === 'OnDelete' ? 0 : scaledValue(updateStrategy.rollingUpdate.maxSurge, nodes, 'up');
}

export const isFresh = ({ metadata }: Pod, hash: string): boolean => metadata.labels[REVISION_HASH_LABEL] === hash;

/** Nobody is there or, where it surges, nobody but those who leave or have ended. Source: podsShouldBeOnNode. */
export function lacksPod(set: DaemonSet, pods: readonly Pod[]): boolean {
  return pods.length === 0 || (surgeOf(set, 1) > 0 && pods.every((pod) => isTerminating(pod) || isPodTerminal(pod)));
}

/** Where another one may come although one stands: on as many as surge, and wherever that serves nobody. */
export function surgeNodes(view: View, set: DaemonSet, byNode: PodsByNode = podsByNode(view, set)): readonly string[] {
  const nodes = nodesOf(view, set);
  const hash = revisionHash(set);
  const idle: string[] = [];
  const serving: string[] = [];
  let surging = 0;
  for (const name of nodes) {
    const standing = (byNode.get(name) ?? []).filter((pod) => !isTerminating(pod));
    const fresh = standing.filter((pod) => isFresh(pod, hash));
    const [old, ...more] = standing.filter((pod) => !isFresh(pod, hash));
    if (fresh.length > 1 || more.length > 0) surging += 1;
    else if (old && fresh.length === 0) (isAvailableIn(view, set, old) ? serving : idle).push(name);
    else if (old && !fresh.every((pod) => isAvailableIn(view, set, pod))) surging += 1;
  }
  const surge = surgeOf(set, nodes.length);
  return surge === 0 ? [] : [...serving.slice(0, Math.max(0, surge - surging)), ...idle];
}

/** Of the living ones of a node, the oldest first, who goes: all but one of each plan, and the old one once it is not needed. */
export function surgeSurplus(view: View, set: DaemonSet, living: readonly Pod[]): readonly Pod[] {
  const hash = revisionHash(set);
  const [fresh, ...others] = living.filter((pod) => isFresh(pod, hash));
  const [old, ...older] = living.filter((pod) => !isFresh(pod, hash));
  const isReplaced = fresh && old && (!isPodReady(old) || isAvailableIn(view, set, fresh));
  return [...others, ...older, ...(isReplaced ? [old] : [])];
}

export const isAvailableIn = (view: View, { spec }: DaemonSet, pod: Pod): boolean =>
  isAvailable(pod, spec.minReadySeconds, view.tick);
