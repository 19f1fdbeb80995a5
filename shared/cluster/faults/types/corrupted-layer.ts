/** corrupted-layer: a bit of a layer flips on the registry's disk. Who has it has it; who pulls it finds another digest. */
import { must } from '../../../base/assert.ts';
import type { Fault } from '../../../api/world/fault.ts';
import type { Image } from '../../../api/world/image.ts';
import type { View } from '../../../store/store.ts';
import { isTagFixed } from '../../registry/immutable-tags.ts';
import { settingsOf } from '../../world.ts';
import type { FaultDefinition, RemedyStep } from '../fault-type.ts';
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
  remedy: sendAgain,
  healedBy: ['Blob', 'Revision', 'Tag'],
  // It is itself again, or nobody can ask for it any more.
  isHealed: (view, { memory }) => {
    const layer = String(memory['layer']);
    const blob = view.get('Blob', layer);
    return blob ? blob.corrupted === undefined : !isAskedFor(view, layer);
  },
};

/** By a name, or by a digest on one's own shelf: what another team still has without a name is that team's to send again. */
function isAskedFor(view: View, layer: string): boolean {
  const { registryNamespace } = settingsOf(view);
  const isOwn = (key: string) => key.split('/')[1] === registryNamespace;
  return (
    [...view.list('Tag')].some(({ digest }) => holds(view, digest, layer)) ||
    [...view.list('Revision')].some(({ key, digest }) => isOwn(key) && holds(view, digest, layer))
  );
}

/**
 * Garbage collection throws the layer out, and the backpack sends it again with an image that holds it. Where it has none
 * any more, the names that stand for such an image are given up first, so that it goes, too; but not one that a push moves.
 */
function sendAgain(view: View, { target, memory }: Fault): readonly RemedyStep[] {
  const layer = String(memory['layer']);
  const tags = [...view.list('Tag')].filter(({ digest }) => holds(view, digest, layer));
  const local = (key: string) => view.get('LocalTag', key)?.digest ?? '';
  const intact = tags.find(({ key, digest }) => local(key) === digest)?.key;
  const isMoved = (key: string) => key === target && !isTagFixed(view, key, local(key));
  const stuck = intact === undefined ? tags.filter(({ key }) => !isMoved(key)) : [];
  return [
    ...stuck.map(({ key }) => byBuilder({ verb: 'deleteTag', reference: key })),
    byBuilder({ verb: 'collectRegistryGarbage' }),
    byBuilder({ verb: 'push', reference: intact ?? target }),
  ];
}

/** The last layer of an image on the team's own shelf, which the backpack can send again. */
function layerToSpoil(view: View, tagKey: string): string | undefined {
  const tag = view.get('Tag', tagKey);
  if (!tag || tag.namespace !== settingsOf(view).registryNamespace) return undefined;
  if (view.get('LocalTag', tagKey)?.digest !== tag.digest) return undefined;
  const layer = view.get('Image', tag.digest)?.layers.at(-1)?.digest;
  const blob = layer === undefined ? undefined : view.get('Blob', layer);
  return blob && !blob.corrupted ? layer : undefined;
}

function holds(view: View, imageDigest: string, layer: string): boolean {
  const image: Image | undefined = view.get('Image', imageDigest);
  return image?.layers.some(({ digest }) => digest === layer) ?? false;
}

function isSpoilt(view: View, layer: string): boolean {
  return view.get('Blob', layer)?.corrupted === true;
}
