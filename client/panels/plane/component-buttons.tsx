/** Start a process of the town hall anew; the teacher may also stop it. */
import type { PlaneProcess } from '../../../shared/api/world/plane.ts';
import type { View } from '../../../shared/store/store.ts';
import { formatTicks, maybeT, t } from '../../i18n/i18n.ts';
import type { Game } from '../../state/game.ts';
import { VerbButton } from '../verb-button.tsx';

export function stateText(view: View, state: PlaneProcess['state'], startDoneTick: number | null): string {
  const time = formatTicks(Math.max(0, (startDoneTick ?? view.tick) - view.tick));
  return maybeT(`plane.state.${state}`, { time }) ?? state;
}

interface Buttons {
  readonly game: Game;
  readonly component: string;
  readonly state: PlaneProcess['state'];
}

export function ComponentButtons({ game, component, state }: Buttons) {
  return (
    <>
      <VerbButton
        game={game}
        verb={{ verb: 'restartComponent', component }}
        primary={state === 'stopped'}
        blocked={state === 'starting' ? t('plane.notNow') : undefined}
      >
        {t('plane.restart')}
      </VerbButton>
      {game.connection.identity.value.as === 'teacher' && state !== 'stopped' && (
        <VerbButton game={game} verb={{ verb: 'stopComponent', component }} danger>
          {t('plane.stop')}
        </VerbButton>
      )}
    </>
  );
}
