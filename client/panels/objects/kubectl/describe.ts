/** An object as `kubectl describe` prints it: the same fields in the same order, in Kubernetes' own words. Pure text. */
import type { Event } from '../../../../shared/api/event.ts';
import type { ApiKinds } from '../../../../shared/api/kinds.ts';
import type { View } from '../../../../shared/store/store.ts';
import { ageOf, fieldLines, tableLines } from './lines.ts';
import { metaFields, type AnyApiObject } from './meta.ts';
import { nodeLines } from './node.ts';
import { podLines } from './pod.ts';
import { deploymentLines, replicaSetLines, serviceLines } from './workloads.ts';

/** Kinds that are told in full. The others are told by their metadata and their YAML. */
const BY_KIND: {
  readonly [K in 'Pod' | 'Node' | 'Deployment' | 'ReplicaSet' | 'Service']: (
    view: View,
    object: ApiKinds[K],
  ) => readonly string[];
} = {
  Pod: podLines,
  Node: nodeLines,
  Deployment: deploymentLines,
  ReplicaSet: replicaSetLines,
  Service: serviceLines,
};

export function kubectlDescribe(view: View, object: AnyApiObject, events: readonly Event[]): string {
  const own = Object.hasOwn(BY_KIND, object.kind)
    ? (BY_KIND[object.kind as keyof typeof BY_KIND] as (view: View, object: AnyApiObject) => readonly string[])
    : null;
  const lines = own ? own(view, object) : fieldLines(metaFields(object));
  return [...lines, ...eventLines(view, events)].join('\n');
}

function eventLines(view: View, events: readonly Event[]): readonly string[] {
  if (events.length === 0) return ['Events:  <none>'];
  const oldestFirst = events.toSorted((a, b) => a.lastTick - b.lastTick);
  return [
    'Events:',
    ...tableLines(
      ['Type', 'Reason', 'Age', 'From', 'Message'],
      oldestFirst.map(({ type, reason, count, firstTick, lastTick, source, message }) => {
        const age = ageOf(view.tick - lastTick);
        return [
          type,
          reason,
          count > 1 ? `${age} (x${count} over ${ageOf(view.tick - firstTick)})` : age,
          source,
          message,
        ];
      }),
    ),
  ];
}
