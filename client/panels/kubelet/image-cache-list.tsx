/** The village's backpack: images that need no pull here any more. */
import { familiarText } from '../../../shared/cluster/registry/reference.ts';
import { sortedKeys } from '../../../shared/base/order.ts';
import type { View } from '../../../shared/store/store.ts';
import { formatBytes, t } from '../../i18n/i18n.ts';
import type { Game } from '../../state/game.ts';
import { Sprite } from '../sprite.tsx';
import { fullView } from '../preferences.ts';
import { useTerm } from '../terms.ts';

export function ImageCacheList({ game, view, node }: { game: Game; view: View; node: string }) {
  const name = useTerm(game);
  const cache = view.get('ImageCache', node);
  if (!cache) return null;
  const references = sortedKeys(cache.images);
  const layers = Object.values(cache.layers);
  const bytes = layers.reduce((sum, layer) => sum + layer.bytes, 0);
  return (
    <details class="cache" open>
      <summary>
        <Sprite frame="prop/backpack" size={1.4} /> {name('cache')}{' '}
        <span class="soft">
          {t('cache.sum', { images: references.length, layers: layers.length, size: formatBytes(bytes) })}
        </span>
      </summary>
      <ul class="cache-list">
        {references.map((reference) => {
          const image = cache.images[reference];
          return (
            <li key={reference}>
              <code>{familiarText(reference)}</code>
              <span class="soft">
                {formatBytes(image?.sizeBytes ?? 0)}
                {fullView.value && ` · ${image?.digest.slice(7, 19)}`}
              </span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
