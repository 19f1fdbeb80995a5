/** The bar at the top: where one is, how time goes, and one's own settings. */
import { t } from '../i18n/i18n.ts';
import { useStore } from '../panels/use-store.ts';
import type { Game } from '../state/game.ts';
import { GameClock } from './clock.tsx';
import { JoinCorner } from './join-corner.tsx';
import { LinkBanner } from './link-banner.tsx';
import { Pace } from './pace.tsx';
import { SettingsMenu } from './settings-menu.tsx';

export function GameHeader({ game }: { game: Game }) {
  const { lobby, cluster, identity, kind } = game.connection;
  const store = useStore(game);
  const team = lobby.value.teams.find(({ id }) => id === cluster.value);
  const setsPace = identity.value.as === 'teacher' || kind === 'local';
  return (
    <header class="game-head">
      <h1>
        <a href="/" class="home">
          {t('app.title')}
        </a>
        {team !== undefined && kind !== 'local' && <span class="team"> {team.name}</span>}
      </h1>
      {lobby.value.code !== '' && <JoinCorner code={lobby.value.code} />}
      {store && <GameClock view={store} pace={lobby.value.pace} kind={kind} />}
      {setsPace && <Pace game={game} />}
      <LinkBanner game={game} />
      <span class="spread" />
      <SettingsMenu game={game} />
    </header>
  );
}
