/** Who sits where in the team that is followed. */
import type { View } from '../../../shared/store/store.ts';
import { t } from '../../i18n/i18n.ts';
import type { Game } from '../../state/game.ts';
import { deskOf } from '../desk.ts';
import { nicknameOf } from '../nickname.ts';
import { seatName } from '../seat-list.tsx';

export function AssignSeats({ game, view }: { game: Game; view: View }) {
  const { lobby, cluster } = game.connection;
  const players = lobby.value.players.filter(({ team }) => team === cluster.value);
  const assign = (seat: string, player: string) =>
    void deskOf(game).control({
      action: 'assignSeat',
      cluster: cluster.value,
      seat,
      player: player === '' ? null : player,
    });
  return (
    <section aria-labelledby="seats">
      <h3 id="seats">{t('teacher.seats')}</h3>
      <ul class="seat-list">
        {view.keys('Seat').map((key) => {
          const seat = view.get('Seat', key);
          if (!seat) return null;
          return (
            <li key={key}>
              <label class="choice grow">
                <span>{seatName(seat)}</span>
                <select
                  value={seat.holder ?? ''}
                  data-testid={`assign-${key.replace('/', '-')}`}
                  onChange={(event) => assign(key, event.currentTarget.value)}
                >
                  <option value="">{t('seat.autopilot')}</option>
                  {seat.holder !== null && !players.some(({ id }) => id === seat.holder) && (
                    <option value={seat.holder}>{nicknameOf(view, seat.holder)}</option>
                  )}
                  {players.map((player) => (
                    <option key={player.id} value={player.id}>
                      {player.nickname}
                    </option>
                  ))}
                </select>
              </label>
              {seat.holder !== null && !seat.connected && <span class="pill">{t('lobby.away')}</span>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
