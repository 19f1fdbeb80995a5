/** `kubectl describe node` */
import type { Node } from '../../../../shared/api/node.ts';
import type { View } from '../../../../shared/store/store.ts';
import { ageOf, fieldLines, tableLines } from './lines.ts';
import { metaFields, since } from './meta.ts';

export function nodeLines(view: View, node: Node): readonly string[] {
  const { spec, status, metadata } = node;
  const pods = view.by('podsByNode', metadata.name).flatMap((key) => view.get('Pod', key) ?? []);
  const amounts = ({ cpuMilli, memoryBytes, pods: count }: Node['status']['capacity']) =>
    [`cpu: ${cpuMilli}m`, `memory: ${memoryBytes}`, `pods: ${count}`] as const;
  return [
    ...fieldLines([
      ...metaFields(node),
      ['CreationTimestamp', since(view, metadata.creationTick)],
      ['Taints', spec.taints.map(({ key, value, effect }) => `${key}${value === '' ? '' : `=${value}`}:${effect}`)],
      ['Unschedulable', String(spec.unschedulable)],
      ['Lease', `renewed ${since(view, view.get('Lease', `kube-node-lease/${metadata.name}`)?.spec.renewTick ?? 0)}`],
    ]),
    'Conditions:',
    ...tableLines(
      ['Type', 'Status', 'LastTransition', 'Reason', 'Message'],
      status.conditions.map(({ type, status: value, lastTransitionTick, reason, message }) => [
        type,
        value,
        since(view, lastTransitionTick),
        reason,
        message,
      ]),
    ),
    ...fieldLines([
      ['Addresses', `InternalIP ${status.address}`],
      ['Capacity', amounts(status.capacity)],
      ['Allocatable', amounts(status.allocatable)],
    ]),
    `Non-terminated Pods: (${pods.length} in total)`,
    ...tableLines(
      ['Namespace', 'Name', 'Age'],
      pods.map((pod) => [pod.metadata.namespace, pod.metadata.name, ageOf(view.tick - pod.metadata.creationTick)]),
    ),
  ];
}
