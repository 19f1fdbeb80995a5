/** Whether the warehouse answers; if not, the way to bring it back. */
import { registryOf } from '../../../shared/cluster/registry/availability.ts';
import { freeBytes } from '../../../shared/cluster/registry/disk.ts';
import { isPullLimitReached } from '../../../shared/cluster/registry/records.ts';
import { formatTicks, t } from '../../i18n/i18n.ts';
import type { Game } from '../../state/game.ts';
import { Why } from '../objects/why.tsx';
import type { Look } from '../use-store.ts';
import { Sprite } from '../sprite.tsx';
import { useTerm } from '../terms.ts';
import { VerbButton } from '../verb-button.tsx';

/** What ails it while it is open; the first of several. */
function stateOf(view: Look): 'up' | 'slow' | 'limited' | 'full' {
  if (registryOf(view).chokedBytesPerTick !== undefined) return 'slow';
  if (isPullLimitReached(view)) return 'limited';
  return freeBytes(view) <= 0 ? 'full' : 'up';
}

export function RegistryLine({ game, view }: { game: Game; view: Look }) {
  const name = useTerm(game);
  const registry = view.get('Registry', 'registry');
  if (!registry) return null;
  const { available, startDoneTick } = registry;
  const state = stateOf(view);
  const time = startDoneTick === null ? '' : formatTicks(Math.max(0, startDoneTick - view.tick));
  return (
    <div class={available && state === 'up' ? 'registry-line' : 'registry-line broken'} data-testid="registry-state">
      <Sprite frame={available ? 'landmark/warehouse' : 'landmark/warehouse/down'} size={1.8} />
      <span>
        {name('registry')}:{' '}
        <strong>
          {available ? t(`registry.${state}`) : time === '' ? t('registry.down') : t('registry.starting', { time })}
        </strong>
      </span>
      {(!available || state === 'slow') && (
        <VerbButton
          game={game}
          verb={{ verb: 'restartRegistry' }}
          primary
          blocked={time === '' ? undefined : t('registry.starting', { time })}
        >
          {t('registry.restart')}
        </VerbButton>
      )}
      {state === 'limited' && (
        <VerbButton game={game} verb={{ verb: 'loginRegistry' }} primary>
          {t('registry.login')}
        </VerbButton>
      )}
      {state === 'full' && (
        <VerbButton game={game} verb={{ verb: 'collectRegistryGarbage' }} primary>
          {t('registry.collect')}
        </VerbButton>
      )}
      {(!available || state !== 'up') && <Why look={view} reference="Registry/registry" />}
    </div>
  );
}
