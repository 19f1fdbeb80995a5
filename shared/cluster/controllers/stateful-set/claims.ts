/** Cellars of a StatefulSet's pods: made once for each, kept when the pod goes. */
import { keyOf } from '../../../api/meta.ts';
import type { PodSpec } from '../../../api/pod.ts';
import type { StatefulSet, StatefulSetSpec } from '../../../api/stateful-set.ts';
import { must } from '../../../base/assert.ts';
import type { Change } from '../../../store/change.ts';
import type { View } from '../../../store/store.ts';
import { recordEvent } from '../../api-server/events.ts';
import { newMeta } from '../../api-server/objects.ts';
import type { World } from '../../world.ts';

export const claimName = (template: string, pod: string): string => `${template}-${pod}`;

export function makeClaims(world: World, setKey: string, pod: string): void {
  const set = world.get('StatefulSet', setKey);
  if (!set) return;
  const { namespace } = set.metadata;
  for (const { metadata, spec } of set.spec.volumeClaimTemplates) {
    const name = claimName(metadata.name, pod);
    if (world.get('PersistentVolumeClaim', keyOf({ namespace, name }))) continue;
    const meta = newMeta(world, 'PersistentVolumeClaim', { name, namespace, labels: metadata.labels });
    world.put({
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: meta,
      spec,
      status: { phase: 'Bound', volumeName: `pvc-${meta.uid}` },
    });
    tellOfClaim(world, set, name, pod);
  }
}

/** Whose pods a claim was for that is gone. */
export function setsOfClaim({ key, after }: Change<'PersistentVolumeClaim'>, view: View): readonly string[] {
  if (after) return [];
  return view.keys('StatefulSet').filter((setKey) => {
    const { metadata, spec } = must(view.get('StatefulSet', setKey), setKey);
    const namesFor = (template: string) => keyOf({ ...metadata, name: `${claimName(template, metadata.name)}-` });
    return spec.volumeClaimTemplates.some((template) => key.startsWith(namesFor(template.metadata.name)));
  });
}

/** Source: pkg/controller/statefulset/stateful_pod_control.go, recordPodEvent, recordClaimEvent. */
export const createdInSet = (pod: string, set: string): string => `create Pod ${pod} in StatefulSet ${set} successful`;

function tellOfClaim(world: World, set: StatefulSet, name: string, pod: string): void {
  const message = `create Claim ${name} Pod ${pod} in StatefulSet ${set.metadata.name} success`;
  const told = { type: 'Normal', reason: 'SuccessfulCreate', message, source: 'statefulset-controller' } as const;
  recordEvent(world, set, { ...told, details: { name } });
}

/** The pod's volumes, with its own cellars in place of what the template says under their names. */
export function withClaims(
  volumes: PodSpec['volumes'],
  templates: StatefulSetSpec['volumeClaimTemplates'],
  pod: string,
): PodSpec['volumes'] {
  const names = new Set(templates.map(({ metadata }) => metadata.name));
  const claims = templates.map(({ metadata: { name } }) => ({
    name,
    persistentVolumeClaim: { claimName: claimName(name, pod) },
  }));
  return [...volumes.filter(({ name }) => !names.has(name)), ...claims];
}
