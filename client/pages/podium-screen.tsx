/** The end: how the teams stand, how one's own town did, and the ways on to replay and leaderboard. */
import { useMemo } from 'preact/hooks';
// Whoever comes after the end has not seen the game, whose parts stand here as well.
import '../styles/panels.css';
import '../styles/podium.css';
import { scoreOf } from '../../shared/cluster/score/score.ts';
import { t } from '../i18n/i18n.ts';
import type { Game } from '../state/game.ts';
import { Page } from './page.tsx';
import { OwnTown } from './podium/own-town.tsx';
import { OwnStage, TeamSteps } from './podium/stage.tsx';
import { LocalWays, ServerWays } from './podium/ways.tsx';

export function PodiumScreen({ game }: { game: Game }) {
  const { lobby, kind } = game.connection;
  const uptime = useMemo(() => game.read((store) => scoreOf(store).uptimePpm, undefined), [game]);
  return (
    <Page title={t('podium.title')}>
      {kind === 'server' ? <TeamSteps game={game} /> : <OwnStage uptimePpm={uptime.value} />}
      <OwnTown game={game} />
      {kind === 'local' ? <LocalWays game={game} /> : <ServerWays code={lobby.value.code} />}
    </Page>
  );
}
