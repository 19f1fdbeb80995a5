/** An image's layers, the base at the bottom as it lies in the ground. */
import type { Image } from '../../../shared/api/world/image.ts';
import { formatBytes, t } from '../../i18n/i18n.ts';
import { fullView } from '../preferences.ts';

export function LayerStack({ layers }: { layers: Image['layers'] }) {
  return (
    <details class="layers">
      <summary>{t('shelves.layers', { count: layers.length })}</summary>
      <ol class="layer-stack" reversed>
        {layers.toReversed().map((layer, index) => (
          <li key={`${layer.digest} ${index}`}>
            <code>{layer.createdBy}</code>
            <span class="soft">
              {formatBytes(layer.bytes)} {fullView.value && <code>{layer.digest.slice(7, 19)}</code>}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
