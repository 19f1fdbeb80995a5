/** For the wall of the class room: the town, the gauges and the scoreboard in large type. It can be watched, not used. */
import { formatPpm, t } from '../i18n/i18n.ts';
import { useStore } from '../panels/use-store.ts';
import type { Game } from '../state/game.ts';
import { TownView } from '../town/town-view.tsx';
import { GameClock } from './clock.tsx';
import { EventFeed } from './event-feed.tsx';
import { FaultCards } from './fault-cards.tsx';
import { Gauges } from './gauges.tsx';
import { JoinCode } from './join-corner.tsx';
import { LinkBanner } from './link-banner.tsx';
import { TownBoundary } from './town-boundary.tsx';
import { LanguageButton } from '../pages/page.tsx';

export function ProjectorScreen({ game }: { game: Game }) {
  const { lobby, cluster } = game.connection;
  const store = useStore(game);
  const ranked = [...lobby.value.teams].sort((a, b) => (b.uptimePpm ?? -1) - (a.uptimePpm ?? -1));
  return (
    <div class="game projector">
      <header class="game-head">
        <h1>{t('app.title')}</h1>
        {store && <GameClock view={store} pace={lobby.value.pace} kind="server" />}
        <LinkBanner game={game} />
        <span class="spread" />
        <LanguageButton />
      </header>
      <main class="game-main">
        <div class="town-layer">
          <TownBoundary>
            <TownView game={game} />
          </TownBoundary>
        </div>
        <aside class="side" aria-label={t('game.gauges')}>
          <Gauges game={game} />
          <FaultCards game={game} />
        </aside>
        <section class="panel-area projector-side" aria-label={t('projector.board')}>
          <div class="card">
            <JoinCode code={lobby.value.code} />
          </div>
          <div class="card">
            <h2>{t('projector.board')}</h2>
            <ol class="scoreboard" data-testid="scoreboard">
              {ranked.map((team) => (
                <li key={team.id} class={team.id === cluster.value ? 'followed' : ''}>
                  <button type="button" class="object-link" onClick={() => game.connection.follow(team.id)}>
                    {team.name}
                  </button>
                  <strong class="number">{formatPpm(team.uptimePpm)}</strong>
                </li>
              ))}
            </ol>
          </div>
        </section>
        <div class="bottom">
          <EventFeed game={game} />
        </div>
      </main>
    </div>
  );
}
