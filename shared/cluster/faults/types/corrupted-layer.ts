/** corrupted-layer: a bit of a layer flips on the registry's disk. Who has it has it; who pulls it finds another digest. */
import { must } from '../../../base/assert.ts';
import type { Image } from '../../../api/world/image.ts';
import type { View } from '../../../store/store.ts';
import { settingsOf } from '../../world.ts';
import type { FaultDefinition } from '../fault-type.ts';
import { byBuilder } from '../remedies.ts';

export const corruptedLayer: FaultDefinition = {
  type: 'corrupted-layer',
  component: 'registry',
  difficulty: 3,
  seenFirstBy: 'kubelet',
  via: 'world',
  targets: (view) => view.keys('Tag').filter((key) => layerToSpoil(view, key) !== undefined),
  begin: (world, target) => {
    const layer = must(layerToSpoil(world, target), 'layer to spoil');
    world.put({ ...must(world.get('Blob', layer), 'blob'), corrupted: true });
    return { layer };
  },
  symptoms: [
    { type: 'gauge', name: 'spoiltLayer', shows: (view, { memory }) => isSpoilt(view, String(memory['layer'])) },
  ],
  harm: (view, { memory }) => isSpoilt(view, String(memory['layer'])),
  remedy: (_view, { target }) => [
    byBuilder({ verb: 'collectRegistryGarbage' }),
    byBuilder({ verb: 'push', reference: target }),
  ],
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

function isSpoilt(view: View, layer: string): boolean {
  return view.get('Blob', layer)?.corrupted === true;
}
