/** The teams: how they stand, who needs a hand, and which one is followed. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { View } from '../../../shared/store/store.ts';
import { formatPpm, t } from '../../i18n/i18n.ts';
import type { Game } from '../../state/game.ts';
import { isStuckNow, isSinking, type Sample } from './stuck.ts';
import { Icon } from '../icon.tsx';

const SAMPLE_MS = 5000;

/** What each team's uptime was in the last minute: the teacher's page follows one cluster, and still sees who sinks. */
function useSamples(game: Game): ReadonlyMap<string, readonly Sample[]> {
  const samples = useRef(new Map<string, readonly Sample[]>());
  const [, redraw] = useState(0);
  useEffect(() => {
    const timer = window.setInterval(() => {
      const { teams, pace } = game.connection.lobby.value;
      if (pace === 0) return;
      const time = performance.now();
      for (const team of teams) {
        const before = samples.current.get(team.id) ?? [];
        samples.current.set(team.id, [...before.slice(-12), { time, uptimePpm: team.uptimePpm }]);
      }
      redraw((count) => count + 1);
    }, SAMPLE_MS);
    return () => window.clearInterval(timer);
  }, [game]);
  return samples.current;
}

export function TeamList({ game, view }: { game: Game; view: View }) {
  const { lobby, cluster } = game.connection;
  const samples = useSamples(game);
  return (
    <section aria-labelledby="teams">
      <h3 id="teams">{t('teacher.teams')}</h3>
      <ul class="team-list">
        {lobby.value.teams.map((team) => {
          const isFollowed = team.id === cluster.value;
          const isStuck = isSinking(samples.get(team.id) ?? []) || (isFollowed && isStuckNow(view));
          return (
            <li key={team.id} class={isStuck || team.frozen ? 'stuck' : ''} data-testid={`team-${team.id}`}>
              <strong>{team.name}</strong>
              <span class="number">{formatPpm(team.uptimePpm)}</span>
              <span class="soft">
                {t('lobby.count', { count: lobby.value.players.filter((player) => player.team === team.id).length })}
              </span>
              {team.frozen && (
                <span class="pill bad">
                  <Icon name="cross" /> {t('teacher.frozen')}
                </span>
              )}
              {isStuck && (
                <span class="pill bad">
                  <Icon name="flag" /> {t('teacher.stuck')}
                </span>
              )}
              <span class="spread" />
              <button
                type="button"
                class="small"
                aria-pressed={isFollowed}
                data-testid={`follow-${team.id}`}
                onClick={() => game.connection.follow(team.id)}
              >
                {t(isFollowed ? 'teacher.followed' : 'teacher.follow')}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
