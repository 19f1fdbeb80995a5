/** A pod that somebody sets aside to look at, or adds to those that a ReplicaSet keeps. */
import type { Pod } from '../../../shared/api/pod.ts';
import type { View } from '../../../shared/store/store.ts';
import type { Chance } from '../../support/chance.ts';

const pod = (metadata: object, containers: readonly object[]) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata,
  spec: { containers },
});

export function relabelledPod(chance: Chance, view: View): object {
  const kept = [...view.list('Pod')].filter(({ metadata }) => metadata.ownerReferences.length > 0);
  const one: Pod | undefined = chance.maybe(kept);
  if (!one) return pod({ name: 'apart' }, [{ name: 'app', image: 'hut:1.0' }]);
  const { name, namespace, labels } = one.metadata;
  const containers = one.spec.containers.map(({ name: container, image }) => ({ name: container, image }));
  if (chance.percent(40)) return pod({ name: 'apart', namespace, labels }, containers);
  const apart = Object.fromEntries(Object.keys(labels).map((label) => [label, 'apart']));
  return pod({ name, namespace, labels: apart }, containers);
}
