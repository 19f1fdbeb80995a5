/** An image on its way to the node: each layer a brick, filled when it has arrived. */
import type { RuntimeContainer } from '../../../shared/api/world/sandbox.ts';
import { normaliseReference } from '../../../shared/cluster/registry/reference.ts';
import type { View } from '../../../shared/store/store.ts';
import { formatBytes, formatTicks, t } from '../../i18n/i18n.ts';
import { LayerBar } from '../layer-bar.tsx';

export function PullProgress({ view, node, container }: { view: View; node: string; container: RuntimeContainer }) {
  if (!container.pulling) return null;
  const pull = view.get('ImagePull', `${node}|${normaliseReference(container.image) ?? ''}`);
  if (!pull) return null;
  if (pull.state === 'queued') return <p class="soft">{t('pull.queued')}</p>;
  const bytes = pull.layers.reduce((sum, layer) => sum + layer.bytes, 0);
  const left = pull.layerDoneTick === null ? 0 : Math.max(0, pull.layerDoneTick - view.tick);
  return (
    <div class="pull">
      <LayerBar
        layers={pull.layers.map((layer, index) => ({
          ...layer,
          state: index < pull.arrived ? 'done' : index === pull.arrived ? 'moving' : 'waiting',
        }))}
      />
      <span class="soft">
        {t('pull.progress', {
          arrived: pull.arrived,
          count: pull.layers.length,
          size: formatBytes(bytes),
          time: formatTicks(left),
        })}
      </span>
    </div>
  );
}
