/** The pods of a DaemonSet: one for each node that will have it. Source: pkg/controller/daemon. */
import type { DaemonSet } from '../../../api/daemon-set.ts';
import { isWantedNode } from '../../../api/node-selector.ts';
import { HOSTNAME_LABEL, TAINT, type Node } from '../../../api/node.ts';
import type { Pod, Toleration } from '../../../api/pod.ts';
import { isTolerated } from '../../../api/toleration.ts';
import { byCodeUnit } from '../../../base/order.ts';
import type { View } from '../../../store/store.ts';
import { templateHash } from '../deployment/template-hash.ts';
import { podsOf } from '../replica-set/replica-set-pods.ts';

/** What keeps its pods on a node in trouble. Source: AddOrUpdateDaemonPodTolerations. */
const STAYS: readonly Toleration[] = [
  ...[TAINT.notReady, TAINT.unreachable].map((key) => ({ key, effect: 'NoExecute' as const })),
  ...['disk-pressure', 'memory-pressure', 'pid-pressure', 'unschedulable'].map((name) => ({
    key: `node.kubernetes.io/${name}`,
    effect: 'NoSchedule' as const,
  })),
].map((toleration) => ({ ...toleration, operator: 'Exists', value: '' }));

/** What the template says otherwise of the same, a time perhaps, does not count. Source: AddOrUpdateTolerationInPodSpec. */
export function tolerationsOf({ spec }: DaemonSet): readonly Toleration[] {
  const { tolerations } = spec.template.spec;
  const others = tolerations.filter((written) => !STAYS.some((stays) => isSameMatter(written, stays)));
  return [...others, ...STAYS];
}

const isSameMatter = (a: Toleration, b: Toleration): boolean =>
  a.key === b.key && a.effect === b.effect && a.operator === b.operator && a.value === b.value;

export function revisionHash({ spec }: Pick<DaemonSet, 'spec'>): string {
  return templateHash(spec.template, 0);
}

/** `stay`: one that is there may stay although none would be sent. */
export function wantsNode(set: DaemonSet, node: Node): 'run' | 'stay' | 'no' {
  const { spec } = set.spec.template;
  if (spec.nodeName !== null && spec.nodeName !== node.metadata.name) return 'no';
  if (!isWantedNode(spec, node)) return 'no';
  const tolerations = tolerationsOf(set);
  const refused = node.spec.taints.filter((taint) => !isTolerated(tolerations, taint));
  if (refused.some(({ effect }) => effect === 'NoExecute')) return 'no';
  return refused.some(({ effect }) => effect === 'NoSchedule') ? 'stay' : 'run';
}

export function nodeOf({ spec }: Pod): string {
  return spec.nodeName ?? spec.nodeSelector[HOSTNAME_LABEL] ?? '';
}

export function podsByNode(view: View, { metadata }: DaemonSet): ReadonlyMap<string, readonly Pod[]> {
  const byNode = new Map<string, Pod[]>();
  for (const pod of podsOf(view, metadata.uid)) byNode.set(nodeOf(pod), [...(byNode.get(nodeOf(pod)) ?? []), pod]);
  return byNode;
}

/** Who has come there already is before who has not, then the oldest. Source: podByCreationTimestampAndPhase. */
export function compareStanding(a: Pod, b: Pod): number {
  const isOnItsWay = ({ spec }: Pod) => Number(spec.nodeName === null);
  return (
    isOnItsWay(a) - isOnItsWay(b) ||
    a.metadata.creationTick - b.metadata.creationTick ||
    byCodeUnit(a.metadata.name, b.metadata.name)
  );
}
