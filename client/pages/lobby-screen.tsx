/** Lobby: code and QR for those who still come, teams and seats for those who are here. */
import { useEffect, useState } from 'preact/hooks';
import { renderSVG } from 'uqr';
import type { Status } from '../../shared/api/status.ts';
import type { ControlMessage } from '../../shared/protocol/control-message.ts';
import { addressesAnswer } from '../../shared/protocol/http.ts';
import { ask } from '../connection/http.ts';
import { t } from '../i18n/i18n.ts';
import { SeatList } from '../panels/seat-list.tsx';
import type { Game } from '../state/game.ts';
import { Page, Refusal } from './page.tsx';

/** The address a phone can open: on the teacher's own laptop the page runs on localhost, which no phone knows. */
function useOrigin(): string {
  const [origin, setOrigin] = useState(location.origin);
  useEffect(() => {
    if (!/^(localhost|127\.|\[::1\])/.test(location.hostname)) return;
    ask(addressesAnswer, '/api/addresses')
      .then(({ addresses }) => setOrigin(addresses[0] ?? location.origin))
      .catch(() => undefined);
  }, []);
  return origin;
}

export function LobbyScreen({ game }: { game: Game }) {
  const { lobby, identity, cluster } = game.connection;
  const { code, teams, players } = lobby.value;
  const isTeacher = identity.value.as === 'teacher';
  const [refusal, setRefusal] = useState<Status | null>(null);
  const control = (message: ControlMessage) => void game.connection.control(message).then(setRefusal);
  const address = `${useOrigin()}/join/${code}`;
  return (
    <Page title={t('lobby.title')}>
      <div class="lobby-grid">
        <section class="card stack" aria-label={t('lobby.howToJoin')}>
          <p>{t('lobby.howToJoin')}</p>
          <p class="join-code" data-testid="join-code">
            {code}
          </p>
          <p>
            <a href={`/join/${code}`}>{address}</a>
          </p>
          <div
            class="qr"
            role="img"
            aria-label={t('lobby.qr')}
            dangerouslySetInnerHTML={{ __html: renderSVG(address, { border: 1 }) }}
          />
          {isTeacher && (
            <>
              <button type="button" class="primary" onClick={() => control({ action: 'start' })}>
                {t('lobby.start')}
              </button>
              <a class="button" href={`/projector/${code}`} target="_blank" rel="noreferrer">
                {t('lobby.projector')}
              </a>
              <label class="row">
                <input
                  type="checkbox"
                  checked={lobby.value.locked}
                  onChange={(event) => control({ action: 'lockLobby', locked: event.currentTarget.checked })}
                />
                {t('lobby.lock')}
              </label>
            </>
          )}
          {!isTeacher && <p class="soft">{t('lobby.wait')}</p>}
          <Refusal status={refusal} />
        </section>
        <div class="stack">
          {teams.map((team) => (
            <section class="card stack" key={team.id}>
              <div class="row">
                <h2>{team.name}</h2>
                <span class="pill">
                  {t('lobby.count', { count: players.filter((player) => player.team === team.id).length })}
                </span>
                {cluster.value !== team.id && identity.value.as !== 'player' && (
                  <button type="button" class="small" onClick={() => game.connection.follow(team.id)}>
                    {t('lobby.showSeats')}
                  </button>
                )}
              </div>
              <p>
                {players
                  .filter((player) => player.team === team.id)
                  .map((player) => (
                    <span class="pill" key={player.id}>
                      {player.nickname}
                      {player.id === identity.value.player && ` (${t('lobby.you')})`}
                      {!player.connected && ` · ${t('lobby.away')}`}
                    </span>
                  ))}
              </p>
              {cluster.value === team.id && <SeatList game={game} />}
            </section>
          ))}
        </div>
      </div>
    </Page>
  );
}
