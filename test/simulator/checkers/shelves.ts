/** Watches who holds which layer: in the registry, and in each node's image cache. */
import type { View } from '../../../shared/store/store.ts';
import { invariant, unless } from './invariant.ts';

/** Manifests of all shelves that hold this layer. */
const holders = (view: View, layer: string): readonly string[] =>
  [...view.list('Revision')]
    .filter(({ digest }) => view.get('Image', digest)?.layers.some((held) => held.digest === layer))
    .map(({ key }) => key);

export const shelves = [
  invariant('REG-22', {
    write: {
      // A spoilt layer goes, so that a sound one can come.
      Blob: (before, after, view) => {
        if (!before || after || before.corrupted) return null;
        const [holder] = holders(view, before.key);
        return unless(holder === undefined, () => `layer ${before.key} was thrown away, and ${holder} holds it`);
      },
    },
    *whole(view) {
      const spoilt = [...view.list('Fault')].filter(({ type }) => type === 'corrupted-layer');
      const thrown = new Set(spoilt.map(({ memory }) => memory['layer']));
      for (const { key, digest } of view.list('Revision')) {
        const missing = view.get('Image', digest)?.layers.find((layer) => !view.get('Blob', layer.digest));
        if (missing && !thrown.has(missing.digest)) yield `${key} lacks its layer ${missing.digest}`;
      }
    },
  }),
  invariant('PULL-2', {
    object: {
      ImageCache: ({ key, images, layers }, view) => {
        for (const [reference, { digest }] of Object.entries(images)) {
          const missing = view.get('Image', digest)?.layers.find((layer) => layers[layer.digest] === undefined);
          if (missing) return `${key} has ${reference}, and not its layer ${missing.digest}`;
        }
        return null;
      },
    },
  }),
];
