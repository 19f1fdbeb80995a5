/** The drawer of a village head: files from which the kubelet runs pods by itself (static pods). */
import { useState } from 'preact/hooks';
import { dns1123Label } from '../../../shared/api/names.ts';
import type { Machine } from '../../../shared/api/world/machine.ts';
import { shelves } from '../../../shared/cluster/registry/shelves.ts';
import type { WrittenManifest } from '../../../shared/cluster/manifests/written-manifest.ts';
import type { View } from '../../../shared/store/store.ts';
import { t } from '../../i18n/i18n.ts';
import type { Game } from '../../state/game.ts';
import { TextField } from '../text-field.tsx';
import { VerbButton } from '../verb-button.tsx';

export function Drawer({ game, view, machine }: { game: Game; view: View; machine: Machine }) {
  const { key: node, staticPods = [] } = machine;
  const images = shelves(view).map((item) => item.name);
  const [name, setName] = useState('lamp');
  const [image, setImage] = useState('');
  const chosen = image === '' ? (images[0] ?? '') : image;
  const isWritten = dns1123Label.safeParse(name).success && chosen !== '';
  return (
    <section class="stack" aria-label={t('drawer.title')} data-testid="drawer">
      <h3>{t('drawer.title')}</h3>
      <p class="soft">{t('drawer.about')}</p>
      {staticPods.length > 0 && (
        <ul class="signs">
          {staticPods.map((pod) => (
            <li key={pod.name} class="row">
              <code>{pod.name}</code>
              <span class="soft">{pod.spec.containers.map((container) => container.image).join(', ')}</span>
              <VerbButton game={game} verb={{ verb: 'removeStaticPod', node, name: pod.name }} danger>
                {t('drawer.takeOut')}
              </VerbButton>
            </li>
          ))}
        </ul>
      )}
      <div class="row bottom-line">
        <TextField label={t('drawer.name')} value={name} onChange={setName} testId="static-name" />
        <TextField
          label={t('deploy.image')}
          value={chosen}
          onChange={setImage}
          options={images}
          testId="static-image"
        />
        <VerbButton
          game={game}
          verb={{ verb: 'putStaticPod', node, manifest: podOf(name, chosen) }}
          blocked={isWritten ? undefined : t('node.noName')}
        >
          {t('drawer.put')}
        </VerbButton>
      </div>
    </section>
  );
}

function podOf(name: string, image: string): WrittenManifest {
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name }, spec: { containers: [{ name, image }] } };
}
