/** What the DaemonSet controller would do now. Source: pkg/controller/daemon. */
import type { DaemonSet } from '../../../api/daemon-set.ts';
import { scaledValue } from '../../../api/int-or-percent.ts';
import { keyOf } from '../../../api/meta.ts';
import { isPodReady, isPodTerminal, isTerminating, type Pod } from '../../../api/pod.ts';
import { REVISION_HASH_LABEL } from '../../../api/stateful-set.ts';
import { byCodeUnit } from '../../../base/order.ts';
import type { View } from '../../../store/store.ts';
import type { Verb } from '../../verbs/table.ts';
import { podsByNode, revisionHash, wantsNode } from './daemon-pods.ts';
import { isBackingOff } from './failed-pods.ts';

const remove = (pod: Pod): Verb => ({ verb: 'delete', kind: 'Pod', key: keyOf(pod.metadata) });

/** Those that ended are made anew; of those that failed one at a time, and ever more rarely. */
function endedOf(view: View, set: DaemonSet, nodeName: string, standing: readonly Pod[]): readonly Pod[] {
  const failed = standing.filter(({ status }) => status.phase === 'Failed');
  const succeeded = standing.filter(({ status }) => status.phase === 'Succeeded');
  return [...succeeded, ...(isBackingOff(view, set, nodeName) ? [] : failed.slice(0, 1))];
}

/** All but one: who has come there already is before who has not, then the oldest. */
function surplusOf(standing: readonly Pod[]): readonly Pod[] {
  const isOnItsWay = ({ spec }: Pod) => Number(spec.nodeName === null);
  return standing
    .filter((pod) => !isPodTerminal(pod))
    .toSorted(
      (a, b) =>
        isOnItsWay(a) - isOnItsWay(b) ||
        a.metadata.creationTick - b.metadata.creationTick ||
        byCodeUnit(a.metadata.name, b.metadata.name),
    )
    .slice(1);
}

export function planDaemonSet(view: View, set: DaemonSet): readonly Verb[] {
  const byNode = podsByNode(view, set);
  const steps: Verb[] = [];
  for (const name of view.keys('Node')) {
    const node = view.get('Node', name);
    const pods = byNode.get(name) ?? [];
    const wish = node ? wantsNode(set, node) : 'no';
    if (wish === 'run' && pods.length === 0) {
      steps.push({ verb: 'createPod', kind: 'DaemonSet', owner: keyOf(set.metadata), slot: name });
    }
    const standing = pods.filter((pod) => !isTerminating(pod));
    const leaving = wish === 'no' ? standing : [...endedOf(view, set, name, standing), ...surplusOf(standing)];
    steps.push(...leaving.map(remove));
  }
  for (const [name, pods] of byNode) {
    // Their village is gone before they came there.
    if (!view.get('Node', name)) steps.push(...pods.filter(({ spec }) => spec.nodeName === null).map(remove));
  }
  return steps.length > 0 ? steps : planUpdate(view, set, byNode);
}

/** Old ones go as far as `maxUnavailable` allows: those that serve nobody first, for they cost nothing. */
function planUpdate(view: View, set: DaemonSet, byNode: ReadonlyMap<string, readonly Pod[]>): readonly Verb[] {
  const { updateStrategy } = set.spec;
  if (updateStrategy.type === 'OnDelete') return [];
  const wanted = revisionHash(set);
  const nodes = view.keys('Node').filter((name) => {
    const node = view.get('Node', name);
    return node !== undefined && wantsNode(set, node) === 'run';
  });
  const standing = nodes.flatMap((name) => (byNode.get(name) ?? []).filter((pod) => !isTerminating(pod)));
  const old = standing.filter(({ metadata }) => metadata.labels[REVISION_HASH_LABEL] !== wanted);
  const unavailable = nodes.length - standing.filter(isPodReady).length;
  const room = Math.max(1, scaledValue(updateStrategy.rollingUpdate.maxUnavailable, nodes.length, 'up')) - unavailable;
  const idle = old.filter((pod) => !isPodReady(pod));
  const serving = old.filter(isPodReady).slice(0, Math.max(0, room));
  return [...idle, ...serving].map(remove);
}
