/** How old the picture is that a seat sees, where it is not the present one. */
import type { Sight } from '../../shared/api/world/sight.ts';
import type { View } from '../../shared/store/store.ts';
import { remedyOfLateWatch } from '../../shared/cluster/faults/types/watch-lag.ts';
import { t } from '../i18n/i18n.ts';
import type { Game } from '../state/game.ts';
import { VerbButton } from './verb-button.tsx';

export function SightNote({ game, view, seat }: { game: Game; view: View; seat: string }) {
  const sight = view.get('Sight', seat);
  if (!sight) return null;
  return (
    <p class="sight-note" data-testid="sight-note">
      <strong>{t(`sight.${stateOf(sight)}`, { seconds: view.tick - sight.sinceTick })}</strong>
      {sight.lateTicks > 0 &&
        remedyOfLateWatch(view, seat).map((verb) => (
          <VerbButton key={verb.verb} game={game} verb={verb}>
            {t(`verbName.${verb.verb}`)}
          </VerbButton>
        ))}
    </p>
  );
}

function stateOf({ cut, starting, lateTicks }: Sight): 'cut' | 'starting' | 'late' | 'catchingUp' {
  if (cut) return 'cut';
  if (starting) return 'starting';
  return lateTicks > 0 ? 'late' : 'catchingUp';
}
