/** The pods of a DaemonSet: one for each node that will have it. Source: pkg/controller/daemon. */
import { scaledValue } from '../../../api/int-or-percent.ts';
import { keyOf, matchesLabels } from '../../../api/meta.ts';
import type { DaemonSet } from '../../../api/daemon-set.ts';
import { TAINT, type Node } from '../../../api/node.ts';
import { isPodReady, isPodTerminal, isTerminating, type Pod, type PodSpec, type Toleration } from '../../../api/pod.ts';
import { REVISION_HASH_LABEL } from '../../../api/stateful-set.ts';
import { failure, notFound, type Status } from '../../../api/status.ts';
import { isTolerated } from '../../../api/toleration.ts';
import type { View } from '../../../store/store.ts';
import type { Verb } from '../../verbs/table.ts';
import { templateHash } from '../deployment/template-hash.ts';
import { podsOf } from '../replica-set/replica-set-pods.ts';
import type { PlannedPod } from '../workloads/owned-pod.ts';

/** What keeps its pods on a node in trouble. Source: AddOrUpdateDaemonPodTolerations. */
const STAYS: readonly Toleration[] = [
  ...[TAINT.notReady, TAINT.unreachable].map((key) => ({ key, effect: 'NoExecute' as const })),
  ...['disk-pressure', 'memory-pressure', 'pid-pressure', 'unschedulable'].map((name) => ({
    key: `node.kubernetes.io/${name}`,
    effect: 'NoSchedule' as const,
  })),
].map((toleration) => ({ ...toleration, operator: 'Exists', value: '' }));

const HOSTNAME_LABEL = 'kubernetes.io/hostname';

function tolerationsOf({ spec }: DaemonSet): readonly Toleration[] {
  return [...spec.template.spec.tolerations, ...STAYS];
}

/** The scheduler binds it, but to this node only. *Simplified*: by the node's name label, not by a field. */
function specFor(set: DaemonSet, nodeName: string): PodSpec {
  const { spec } = set.spec.template;
  return {
    ...spec,
    tolerations: tolerationsOf(set),
    nodeSelector: { ...spec.nodeSelector, [HOSTNAME_LABEL]: nodeName },
  };
}

export function revisionHash({ spec }: Pick<DaemonSet, 'spec'>): string {
  return templateHash(spec.template, 0);
}

/** `stay`: one that is there may stay although none would be sent. */
export function wantsNode(set: DaemonSet, node: Node): 'run' | 'stay' | 'no' {
  if (!matchesLabels(set.spec.template.spec.nodeSelector, node.metadata.labels)) return 'no';
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

export function daemonPod(view: View, key: string, nodeName: string): PlannedPod | Status {
  const owner = view.get('DaemonSet', key);
  if (!owner) return notFound('DaemonSet', key);
  const node = view.get('Node', nodeName);
  if (!node) return notFound('nodes', nodeName);
  const details = { name: owner.metadata.name, node: nodeName };
  if (wantsNode(owner, node) !== 'run') {
    const message = `daemonset "${owner.metadata.name}" does not run on node "${nodeName}"`;
    return failure('BadRequest', 'daemonNotWanted', message, details);
  }
  if ((podsByNode(view, owner).get(nodeName) ?? []).length > 0) {
    const message = `daemonset "${owner.metadata.name}" has a pod on node "${nodeName}"`;
    return failure('AlreadyExists', 'daemonPresent', message, details);
  }
  const { annotations, ...written } = owner.spec.template.metadata;
  const labels = { ...written.labels, [REVISION_HASH_LABEL]: revisionHash(owner) };
  return { owner, name: null, labels, annotations, spec: specFor(owner, nodeName), source: 'daemonset-controller' };
}

const remove = (pod: Pod): Verb => ({ verb: 'delete', kind: 'Pod', key: keyOf(pod.metadata) });

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
    // One that ended is made anew, the surplus and the unwanted go.
    const surplus = standing.filter((pod, index) => wish === 'no' || isPodTerminal(pod) || index > 0);
    steps.push(...surplus.map(remove));
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
