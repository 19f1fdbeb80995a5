/** What the DaemonSet controller would do now. Source: pkg/controller/daemon. */
import type { DaemonSet } from '../../../api/daemon-set.ts';
import { scaledValue } from '../../../api/int-or-percent.ts';
import { keyOf } from '../../../api/meta.ts';
import { isPodTerminal, isTerminating, type Pod } from '../../../api/pod.ts';
import type { View } from '../../../store/store.ts';
import type { Verb } from '../../verbs/table.ts';
import { compareStanding, podsByNode, revisionHash, wantsNode } from './daemon-pods.ts';
import { isBackingOff } from './failed-pods.ts';
import { isAvailableIn, isFresh, lacksPod, nodesOf, surgeNodes, surgeOf, surgeSurplus } from './surge.ts';

const add = ({ metadata }: DaemonSet, slot: string): Verb => ({
  verb: 'createPod',
  kind: 'DaemonSet',
  owner: keyOf(metadata),
  slot,
});

const remove = (pod: Pod): Verb => ({ verb: 'delete', kind: 'Pod', key: keyOf(pod.metadata) });

/** Those that ended are made anew; of those that failed one at a time, and ever more rarely. */
function endedOf(view: View, set: DaemonSet, nodeName: string, standing: readonly Pod[]): readonly Pod[] {
  const failed = standing.filter(({ status }) => status.phase === 'Failed');
  const succeeded = standing.filter(({ status }) => status.phase === 'Succeeded');
  return [...succeeded, ...(isBackingOff(view, set, nodeName) ? [] : failed.slice(0, 1))];
}

/** All but the first. */
function surplusOf(view: View, set: DaemonSet, standing: readonly Pod[]): readonly Pod[] {
  const living = standing.filter((pod) => !isPodTerminal(pod)).toSorted(compareStanding);
  return surgeOf(set, 1) === 0 ? living.slice(1) : surgeSurplus(view, set, living);
}

export function planDaemonSet(view: View, set: DaemonSet): readonly Verb[] {
  const byNode = podsByNode(view, set);
  const steps: Verb[] = [];
  for (const name of view.keys('Node')) {
    const node = view.get('Node', name);
    const pods = byNode.get(name) ?? [];
    const wish = node ? wantsNode(set, node) : 'no';
    if (wish === 'run' && lacksPod(set, pods)) steps.push(add(set, name));
    const standing = pods.filter((pod) => !isTerminating(pod));
    const leaving =
      wish === 'no' ? standing : [...endedOf(view, set, name, standing), ...surplusOf(view, set, standing)];
    steps.push(...leaving.map(remove));
  }
  for (const [name, pods] of byNode) {
    // Their village is gone before they came there.
    if (!view.get('Node', name)) steps.push(...pods.filter(({ spec }) => spec.nodeName === null).map(remove));
  }
  return steps.length > 0 ? steps : planUpdate(view, set, byNode);
}

/**
 * Where it surges the old ones go as surplus, once the new ones are available. Else old ones that serve nobody go at once,
 * and the others as far as `maxUnavailable` allows: of the rest of the nodes so many may do without.
 */
function planUpdate(view: View, set: DaemonSet, byNode: ReadonlyMap<string, readonly Pod[]>): readonly Verb[] {
  const { updateStrategy } = set.spec;
  if (updateStrategy.type === 'OnDelete') return [];
  const nodes = nodesOf(view, set);
  if (surgeOf(set, nodes.length) > 0) return surgeNodes(view, set, byNode).map((name) => add(set, name));
  const { idle, serving, unavailable } = standingOf(view, set, byNode);
  const most = Math.max(1, scaledValue(updateStrategy.rollingUpdate.maxUnavailable, nodes.length, 'up'));
  return [...idle, ...serving.slice(0, Math.max(0, most - unavailable))].map(remove);
}

/** Old pods, by whether they serve, and the nodes without either that have none that does. Source: rollingUpdate. */
function standingOf(view: View, set: DaemonSet, byNode: ReadonlyMap<string, readonly Pod[]>) {
  const wanted = revisionHash(set);
  const idle: Pod[] = [];
  const serving: Pod[] = [];
  let unavailable = 0;
  for (const name of new Set([...nodesOf(view, set), ...byNode.keys()])) {
    const [pod, ...more] = (byNode.get(name) ?? []).filter((candidate) => !isTerminating(candidate));
    const serves = pod !== undefined && more.length === 0 && isAvailableIn(view, set, pod);
    if (pod && more.length === 0 && !isFresh(pod, wanted)) (serves ? serving : idle).push(pod);
    else if (!serves) unavailable += 1;
  }
  return { idle, serving, unavailable };
}
