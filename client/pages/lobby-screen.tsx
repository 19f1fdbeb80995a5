/** Lobby: code and QR for those who still come, teams and seats for those who are here. */
import { useEffect, useState } from 'preact/hooks';
import type { Status } from '../../shared/api/status.ts';
import type { ControlMessage } from '../../shared/protocol/control-message.ts';
import type { Team } from '../connection/connection.ts';
import { JoinCode } from '../game/join-corner.tsx';
import { t } from '../i18n/i18n.ts';
import { SeatList } from '../panels/seat-list.tsx';
import type { Game } from '../state/game.ts';
import { preloadGame } from './game-later.ts';
import { Page, Refusal } from './page.tsx';

/** On the browser's own time line: what was fetched before is what the lobby costs. */
const LOBBY_STANDS = 'lobby-stands';

/** Who has a seat already looks at the team first; who hosts or projects shows the others the way in. */
export function LobbyScreen({ game }: { game: Game }) {
  const { lobby, identity, cluster } = game.connection;
  useEffect(() => {
    performance.mark(LOBBY_STANDS);
    preloadGame();
  }, []);
  const isPlayer = identity.value.as === 'player';
  const teams = [...lobby.value.teams].sort((a, b) => Number(b.id === cluster.value) - Number(a.id === cluster.value));
  return (
    <Page title={t('lobby.title')}>
      {isPlayer && <p class="card">{t('lobby.wait')}</p>}
      <div class={`lobby-grid ${identity.value.as === 'projector' ? 'wall' : isPlayer ? 'player' : 'host'}`}>
        <section class="card stack" aria-label={t('lobby.howToJoin')}>
          <p>{t('lobby.howToJoin')}</p>
          <JoinCode code={lobby.value.code} />
          {identity.value.as === 'teacher' && <HostControls game={game} />}
        </section>
        <div class="stack">
          {(isPlayer ? teams : lobby.value.teams).map((team) => (
            <TeamCard key={team.id} game={game} team={team} />
          ))}
        </div>
      </div>
    </Page>
  );
}

function HostControls({ game }: { game: Game }) {
  const { code, locked } = game.connection.lobby.value;
  const [refusal, setRefusal] = useState<Status | null>(null);
  const control = (message: ControlMessage) => void game.connection.control(message).then(setRefusal);
  return (
    <>
      <button type="button" class="primary" data-testid="start" onClick={() => control({ action: 'start' })}>
        {t('lobby.start')}
      </button>
      <a class="button" href={`/projector/${code}`} target="_blank" rel="noreferrer">
        {t('lobby.projector')}
      </a>
      <label class="row">
        <input
          type="checkbox"
          checked={locked}
          onChange={(event) => control({ action: 'lockLobby', locked: event.currentTarget.checked })}
        />
        {t('lobby.lock')}
      </label>
      <Refusal status={refusal} />
    </>
  );
}

function TeamCard({ game, team }: { game: Game; team: Team }) {
  const { lobby, identity, cluster } = game.connection;
  const members = lobby.value.players.filter((player) => player.team === team.id);
  const isShown = cluster.value === team.id;
  return (
    <section class="card stack">
      <div class="row">
        <h2>{team.name}</h2>
        <span class="pill">{t('lobby.count', { count: members.length })}</span>
        {!isShown && identity.value.as !== 'player' && (
          <button type="button" class="small" onClick={() => game.connection.follow(team.id)}>
            {t('lobby.showSeats')}
          </button>
        )}
      </div>
      <p class="row">
        {members.map((player) => (
          <span class="pill" key={player.id}>
            {player.nickname}
            {player.id === identity.value.player && ` (${t('lobby.you')})`}
            {!player.connected && ` · ${t('lobby.away')}`}
          </span>
        ))}
      </p>
      {isShown && <SeatList game={game} />}
    </section>
  );
}
