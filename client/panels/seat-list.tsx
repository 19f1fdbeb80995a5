/** Seats of one cluster: who holds which, and how to take or leave one. */
import { useMemo, useState } from 'preact/hooks';
import type { Status } from '../../shared/api/status.ts';
import type { Seat } from '../../shared/api/world/seat.ts';
import type { Command } from '../../shared/commands/table.ts';
import { t } from '../i18n/i18n.ts';
import { Refusal } from '../pages/page.tsx';
import type { Game } from '../state/game.ts';

const NOTHING: readonly Seat[] = [];

/** What a seat is called: metaphor and real name. */
export function seatName(seat: Pick<Seat, 'key' | 'role'>): string {
  if (seat.role === 'kubelet') return t('seat.kubelet', { node: seat.key.slice('kubelet/'.length) });
  return t(seat.role === 'scheduler' ? 'seat.scheduler' : 'seat.controller-manager');
}

export function SeatList({ game }: { game: Game }) {
  const { identity, lobby } = game.connection;
  const seats = useMemo(
    () => game.read((store) => store.keys('Seat').map((key) => store.get('Seat', key) as Seat), NOTHING),
    [game],
  );
  const [refusal, setRefusal] = useState<Status | null>(null);
  const ask = (command: Command) => void game.connection.command(command).then(setRefusal);
  const nicknames = new Map(lobby.value.players.map((player) => [player.id, player.nickname]));
  const me = identity.value.player;
  return (
    <>
      <ul class="seat-list">
        {seats.value.map((seat) => (
          <li key={seat.key}>
            <strong>{seatName(seat)}</strong>
            <span class="pill">
              {seat.holder === null ? t('seat.autopilot') : (nicknames.get(seat.holder) ?? seat.holder)}
            </span>
            {seat.holder !== null && !seat.connected && <span class="pill">{t('lobby.away')}</span>}
            {me !== '' && seat.holder === null && (
              <button type="button" class="small" onClick={() => ask({ type: 'takeSeat', seat: seat.key })}>
                {t('seat.take')}
              </button>
            )}
            {me !== '' && seat.holder === me && (
              <button type="button" class="small" onClick={() => ask({ type: 'leaveSeat', seat: seat.key })}>
                {t('seat.leave')}
              </button>
            )}
          </li>
        ))}
      </ul>
      <Refusal status={refusal} />
    </>
  );
}
