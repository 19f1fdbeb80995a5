/** Whether the warehouse answers; if not, the way to bring it back. */
import { formatTicks, t } from '../../i18n/i18n.ts';
import type { Game } from '../../state/game.ts';
import { Why } from '../objects/why.tsx';
import type { Look } from '../use-store.ts';
import { Sprite } from '../sprite.tsx';
import { useTerm } from '../terms.ts';
import { VerbButton } from '../verb-button.tsx';

export function RegistryLine({ game, view }: { game: Game; view: Look }) {
  const name = useTerm(game);
  const registry = view.get('Registry', 'registry');
  if (!registry) return null;
  const { available, startDoneTick } = registry;
  const time = startDoneTick === null ? '' : formatTicks(Math.max(0, startDoneTick - view.tick));
  return (
    <div class={available ? 'registry-line' : 'registry-line broken'} data-testid="registry-state">
      <Sprite frame={available ? 'landmark/warehouse' : 'landmark/warehouse/down'} size={1.8} />
      <span>
        {name('registry')}:{' '}
        <strong>
          {available ? t('registry.up') : time === '' ? t('registry.down') : t('registry.starting', { time })}
        </strong>
      </span>
      {!available && (
        <VerbButton
          game={game}
          verb={{ verb: 'restartRegistry' }}
          primary
          blocked={time === '' ? undefined : t('registry.starting', { time })}
        >
          {t('registry.restart')}
        </VerbButton>
      )}
      {!available && <Why look={view} reference="Registry/registry" />}
    </div>
  );
}
