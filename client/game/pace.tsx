/** Pause and pace, for who leads the session. */
import { PACES, type Pace as PaceValue } from '../../shared/commands/pace.ts';
import { t } from '../i18n/i18n.ts';
import { deskOf } from '../panels/desk.ts';
import type { Game } from '../state/game.ts';
import { Icon } from '../panels/icon.tsx';

/** Where a pause ends that began before this page was opened. */
const USUAL: PaceValue = 2;
const before = new WeakMap<Game, PaceValue>();

export function togglePause(game: Game): void {
  const { pace } = game.connection.lobby.value;
  if (pace !== 0) before.set(game, pace);
  void deskOf(game).control({ action: 'setPace', pace: pace === 0 ? (before.get(game) ?? USUAL) : 0 });
}

export function Pace({ game }: { game: Game }) {
  const { pace, phase } = game.connection.lobby.value;
  if (phase !== 'running') return null;
  return (
    <span class="pace" role="group" aria-label={t('game.pace')}>
      <button
        type="button"
        class="small"
        data-testid="pause"
        aria-pressed={pace === 0}
        aria-label={t(pace === 0 ? 'game.resume' : 'game.pause')}
        onClick={() => togglePause(game)}
      >
        <Icon name={pace === 0 ? 'play' : 'pause'} />
        <span class="label">{t(pace === 0 ? 'game.resume' : 'game.pause')}</span>
      </button>
      <label class="choice">
        <span class="visually-hidden">{t('game.pace')}</span>
        <select
          value={pace}
          data-testid="pace"
          onChange={(event) =>
            void deskOf(game).control({ action: 'setPace', pace: Number(event.currentTarget.value) as PaceValue })
          }
        >
          {PACES.map((value) => (
            <option key={value} value={value}>
              {value === 0 ? t('game.paused') : `${value}×`}
            </option>
          ))}
        </select>
      </label>
    </span>
  );
}
