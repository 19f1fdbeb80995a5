/**
 * A ConfigMap or a Secret is deleted. Houses that stand keep what was carried in; whoever moves in next finds nothing.
 * One pod is moved at once, so that the loss shows before the next accident shows it.
 */
import { isPodActive, type Pod } from '../../api/pod.ts';
import { notFound } from '../../api/status.ts';
import type { View } from '../../store/store.ts';
import { deleteObject } from '../api-server/objects.ts';
import { asManifest } from '../manifests/last-applied.ts';
import { usesFurniture } from '../runtime/environment.ts';
import type { FaultDefinition } from './fault-type.ts';
import { moveOne } from './move-one.ts';
import { applyAgain, remember } from './remedies.ts';

export function furnitureLoss(type: string, kind: 'ConfigMap' | 'Secret', difficulty: 1 | 2 | 3): FaultDefinition {
  const users = (view: View, key: string): readonly Pod[] =>
    view.keys('Pod').flatMap((podKey) => {
      const pod = view.get('Pod', podKey);
      return pod && isPodActive(pod) && uses(pod, kind, key) ? [pod] : [];
    });
  return {
    type,
    component: 'config',
    difficulty,
    seenFirstBy: 'kubelet',
    via: 'api-server',
    targets: (view) => view.keys(kind).filter((key) => users(view, key).length > 0),
    begin: (world, target) => {
      const furniture = world.get(kind, target);
      if (!furniture) return notFound(`${kind.toLowerCase()}s`, target);
      const moved = users(world, target);
      deleteObject(world, kind, target);
      moveOne(world, moved);
      // So that whoever looks for the remedy can read what was in it.
      return remember([asManifest(furniture)]);
    },
    symptoms: [{ type: 'container', reason: 'CreateContainerConfigError' }],
    harm: 'visitors',
    remedy: applyAgain,
    healedBy: [kind],
    isHealed: (view, { target }) => view.get(kind, target) !== undefined,
  };
}

function uses({ spec, metadata: { namespace } }: Pod, kind: 'ConfigMap' | 'Secret', key: string): boolean {
  const [place, name = ''] = key.split('/');
  return place === namespace && usesFurniture(spec, kind, name);
}
