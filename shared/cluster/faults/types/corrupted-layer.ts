/** corrupted-layer: a bit of a layer flips on the registry's disk. Who has it has it; who pulls it finds another digest. */
import { must } from '../../../base/assert.ts';
import type { Image } from '../../../api/world/image.ts';
import type { View } from '../../../store/store.ts';
import { settingsOf } from '../../world.ts';
import type { FaultDefinition } from '../fault-type.ts';

export const corruptedLayer: FaultDefinition = {
  type: 'corrupted-layer',
  seenFirstBy: 'kubelet',
  targets: (view) => view.keys('Tag').filter((key) => layerToSpoil(view, key) !== undefined),
  begin: (world, target) => {
    const layer = must(layerToSpoil(world, target), 'layer to spoil');
    world.put({ ...must(world.get('Blob', layer), 'blob'), corrupted: true });
    return { layer };
  },
  healedBy: ['Blob', 'Revision'],
  // It is itself again, or nobody can ask for it any more.
  isHealed: (view, { memory }) => {
    const layer = String(memory['layer']);
    const blob = view.get('Blob', layer);
    return blob ? blob.corrupted === undefined : !view.keys('Revision').some((key) => holds(view, key, layer));
  },
};

/** The last layer of an image on the team's own shelf, which the backpack can send again. */
function layerToSpoil(view: View, tagKey: string): string | undefined {
  const tag = view.get('Tag', tagKey);
  if (!tag || tag.namespace !== settingsOf(view).registryNamespace) return undefined;
  if (view.get('LocalTag', tagKey)?.digest !== tag.digest) return undefined;
  const layer = view.get('Image', tag.digest)?.layers.at(-1)?.digest;
  const blob = layer === undefined ? undefined : view.get('Blob', layer);
  return blob && !blob.corrupted ? layer : undefined;
}

function holds(view: View, revisionKey: string, layer: string): boolean {
  const image: Image | undefined = view.get('Image', view.get('Revision', revisionKey)?.digest ?? '');
  return image?.layers.some(({ digest }) => digest === layer) ?? false;
}
