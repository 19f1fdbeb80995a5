/**
 * lost-furniture: a ConfigMap is deleted. Houses that stand keep what was carried in; whoever moves in next finds
 * nothing. One pod is moved at once, so that the loss shows before the next accident shows it.
 */
import { sortedKeys } from '../../../base/order.ts';
import { isPodActive, type Pod } from '../../../api/pod.ts';
import { notFound } from '../../../api/status.ts';
import type { View } from '../../../store/store.ts';
import { deleteObject } from '../../api-server/objects.ts';
import { isReachable } from '../../plane/door.ts';
import { usesFurniture } from '../../runtime/environment.ts';
import type { FaultDefinition } from '../fault-type.ts';

export const lostFurniture: FaultDefinition = {
  type: 'lost-furniture',
  seenFirstBy: 'kubelet',
  targets: (view) => (isReachable(view) ? view.keys('ConfigMap').filter((key) => users(view, key).length > 0) : []),
  begin: (world, target) => {
    const furniture = world.get('ConfigMap', target);
    if (!furniture) return notFound('configmaps', target);
    const moved = users(world, target)[0];
    deleteObject(world, 'ConfigMap', target);
    if (moved) deleteObject(world, 'Pod', `${moved.metadata.namespace}/${moved.metadata.name}`);
    // So that whoever looks for the remedy can read what was in it.
    return Object.fromEntries(sortedKeys(furniture.data).map((key) => [key, furniture.data[key] ?? '']));
  },
  healedBy: ['ConfigMap'],
  isHealed: (view, { target }) => view.get('ConfigMap', target) !== undefined,
};

/** Pods that live with it, in code unit order of their keys. */
function users(view: View, configMap: string): readonly Pod[] {
  return view.keys('Pod').flatMap((key) => {
    const pod = view.get('Pod', key);
    return pod && isPodActive(pod) && uses(pod, configMap) ? [pod] : [];
  });
}

function uses({ spec, metadata: { namespace } }: Pod, configMap: string): boolean {
  const [place, name = ''] = configMap.split('/');
  return place === namespace && usesFurniture(spec, 'ConfigMap', name);
}
