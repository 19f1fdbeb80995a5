/** Add-ons: what a cluster is installed with. Its images lie on every node that is there from the start. */
import { must } from '../../base/assert.ts';
import type { Manifest } from '../../api/kinds.ts';
import type { ImageCache } from '../../api/world/node-store.ts';
import { normaliseReference, resolveReference } from '../registry/reference.ts';
import type { World } from '../world.ts';
import { COREDNS_IMAGE, coreDnsManifests } from './coredns.ts';
import { FLUENTD_IMAGE, fluentdManifests } from './fluentd.ts';

export const ADDONS = ['coredns', 'fluentd'] as const;
export type Addon = (typeof ADDONS)[number];

const PARTS: Readonly<Record<Addon, { readonly image: string; readonly manifests: () => readonly Manifest[] }>> = {
  coredns: { image: COREDNS_IMAGE, manifests: coreDnsManifests },
  fluentd: { image: FLUENTD_IMAGE, manifests: fluentdManifests },
};

export function manifestsOfAddon(addon: Addon): readonly Manifest[] {
  return PARTS[addon].manifests();
}

/** As the installer leaves them. A node that joins later pulls them. */
export function preloadAddon(world: World, addon: Addon): void {
  const { image: text } = PARTS[addon];
  const image = must(world.get('Image', resolveReference(world, text) ?? ''), text);
  const reference = must(normaliseReference(text) ?? undefined, text);
  for (const cache of world.list('ImageCache')) world.put(withImage(cache, reference, image, world.tick));
}

function withImage(cache: ImageCache, reference: string, image: Layered, tick: number): ImageCache {
  const layers = { ...cache.layers };
  for (const { digest, bytes } of image.layers) layers[digest] = { bytes };
  const sizeBytes = image.layers.reduce((sum, { bytes }) => sum + bytes, 0);
  const entry = { digest: image.key, pulledTick: tick, lastUsedTick: tick, sizeBytes };
  return { ...cache, layers, images: { ...cache.images, [reference]: entry } };
}

interface Layered {
  readonly key: string;
  readonly layers: readonly { readonly digest: string; readonly bytes: number }[];
}
