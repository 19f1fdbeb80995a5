/** Who sits in the seat of a panel; takes it or leaves it. */
import type { ComponentChildren } from 'preact';
import type { View } from '../../shared/store/store.ts';
import { t } from '../i18n/i18n.ts';
import type { Game } from '../state/game.ts';
import { deskOf } from './desk.ts';
import { nicknameOf } from './nickname.ts';

interface Props {
  readonly game: Game;
  readonly view: View;
  readonly seat: string;
  readonly children?: ComponentChildren;
}

export function SeatLine({ game, view, seat: key, children }: Props) {
  const seat = view.get('Seat', key);
  if (!seat) return null;
  const { identity, kind } = game.connection;
  const me = kind === 'replay' ? '' : identity.value.player;
  const desk = deskOf(game);
  const isMine = me !== '' && seat.holder === me;
  return (
    <div class="seat-line">
      <span>
        {seat.holder === null
          ? t('seatLine.empty')
          : isMine
            ? t('seatLine.yours')
            : t('seatLine.held', { name: nicknameOf(view, seat.holder) })}
        {!isMine && <span class="soft"> {t('seatLine.watching')}</span>}
      </span>
      <span class="spread" />
      {children}
      {me !== '' && seat.holder === null && (
        <button
          type="button"
          class="small primary"
          data-testid="take-seat"
          onClick={() => void desk.ask({ type: 'takeSeat', seat: key })}
        >
          {t('seat.take')}
        </button>
      )}
      {isMine && (
        <button
          type="button"
          class="small"
          data-testid="leave-seat"
          onClick={() => void desk.ask({ type: 'leaveSeat', seat: key })}
        >
          {t('seat.leave')}
        </button>
      )}
    </div>
  );
}
