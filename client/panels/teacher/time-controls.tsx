/** Pause, pace and the end. Ending asks once more: it cannot be taken back. */
import { useState } from 'preact/hooks';
import { PACES } from '../../../shared/commands/pace.ts';
import { togglePause } from '../../game/pace.tsx';
import { t } from '../../i18n/i18n.ts';
import type { Game } from '../../state/game.ts';
import { deskOf } from '../desk.ts';
import { Icon } from '../icon.tsx';

export function TimeControls({ game }: { game: Game }) {
  const { pace, phase } = game.connection.lobby.value;
  const [isEnding, setEnding] = useState(false);
  const desk = deskOf(game);
  if (phase === 'lobby') {
    return (
      <button
        type="button"
        class="primary big"
        data-testid="start"
        onClick={() => void desk.control({ action: 'start' })}
      >
        {t('lobby.start')}
      </button>
    );
  }
  return (
    <section class="stack" aria-label={t('teacher.time')}>
      <div class="big-buttons">
        <button type="button" class="big" aria-pressed={pace === 0} onClick={() => togglePause(game)}>
          <Icon name={pace === 0 ? 'play' : 'pause'} /> {t(pace === 0 ? 'game.resume' : 'game.pause')}
        </button>
        {isEnding ? (
          <>
            <button
              type="button"
              class="big danger"
              data-testid="end-confirm"
              onClick={() => void desk.control({ action: 'end' })}
            >
              {t('teacher.endReally')}
            </button>
            <button type="button" class="big" onClick={() => setEnding(false)}>
              {t('common.cancel')}
            </button>
          </>
        ) : (
          <button type="button" class="big danger" data-testid="end" onClick={() => setEnding(true)}>
            {t('teacher.end')}
          </button>
        )}
      </div>
      <div class="paces" role="group" aria-label={t('game.pace')}>
        {PACES.filter((value) => value > 0).map((value) => (
          <button
            key={value}
            type="button"
            aria-pressed={pace === value}
            data-testid={`pace-${value}`}
            onClick={() => void desk.control({ action: 'setPace', pace: value })}
          >
            {value}×
          </button>
        ))}
      </div>
    </section>
  );
}
