/** The warehouse's back room: how full its disk is, what could be cleared away, and what is otherwise asked for only in trouble. */
import { registryOf } from '../../../shared/cluster/registry/availability.ts';
import { freeBytes } from '../../../shared/cluster/registry/disk.ts';
import { registryGarbage } from '../../../shared/cluster/registry/garbage.ts';
import { settingsOf } from '../../../shared/cluster/world.ts';
import type { View } from '../../../shared/store/store.ts';
import { formatBytes, t } from '../../i18n/i18n.ts';
import type { Game } from '../../state/game.ts';
import { RoomBar } from '../room-bar.tsx';
import { VerbButton } from '../verb-button.tsx';

export function RegistryStore({ game, view }: { game: Game; view: View }) {
  const { registryDiskBytes, registryNamespace } = settingsOf(view);
  const { junkBytes = 0 } = registryOf(view);
  const used = registryDiskBytes - freeBytes(view);
  const { freedBytes } = registryGarbage(view, registryNamespace);
  return (
    <section aria-labelledby="registry-store" data-testid="registry-store">
      <h3 id="registry-store">{t('registry.store')}</h3>
      <RoomBar
        label={t('registry.disk')}
        used={used}
        all={registryDiskBytes}
        text={`${formatBytes(used)} / ${formatBytes(registryDiskBytes)}`}
      />
      <p class="soft">{t('registry.garbage', { size: formatBytes(freedBytes + junkBytes) })}</p>
      <div class="row">
        <VerbButton game={game} verb={{ verb: 'collectRegistryGarbage' }}>
          {t('registry.collect')}
        </VerbButton>
        <VerbButton game={game} verb={{ verb: 'loginRegistry' }}>
          {t('registry.login')}
        </VerbButton>
        <VerbButton game={game} verb={{ verb: 'restartRegistry' }} danger>
          {t('registry.restart')}
        </VerbButton>
      </div>
    </section>
  );
}
