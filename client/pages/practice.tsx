/** Practice: the whole town in this browser. Choose a lesson and a seat, play, and see how it went. */
import { useEffect, useState } from 'preact/hooks';
import type { Scenario } from '../../shared/scenarios/scenario.ts';
import { nicknamesAnswer } from '../../shared/protocol/http.ts';
import { ask } from '../connection/http.ts';
import { LocalConnection } from '../connection/local-connection.ts';
import { GameScreen } from '../game/game-screen.tsx';
import { language, pick, t } from '../i18n/i18n.ts';
import { SeatList } from '../panels/seat-list.tsx';
import { Game } from '../state/game.ts';
import { loadPodium } from './game-later.ts';
import { Later } from './later.tsx';
import { Page } from './page.tsx';
import { loadScenarios } from './scenarios.ts';

/** As player ids are made: small letters and digits. */
const PLAYER = 'practiceplayer';

function randomSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 1;
}

/** One of the server's: only such a name may stand on the leaderboard. Without a server one practises all the same. */
async function pickNickname(): Promise<string> {
  try {
    const { nicknames } = await ask(nicknamesAnswer, `/api/nicknames?n=1&language=${language.value}`);
    return nicknames[0] ?? t('practice.nickname');
  } catch {
    return t('practice.nickname');
  }
}

export function PracticePage({ argument }: { argument: string }) {
  const [scenarios, setScenarios] = useState<readonly Scenario[] | null>(null);
  const [chosen, setChosen] = useState<Scenario | null>(null);
  useEffect(() => {
    void loadScenarios().then((found) => {
      setScenarios(found);
      setChosen(found.find(({ id }) => id === argument) ?? null);
    });
  }, [argument]);
  if (scenarios === null) return <p class="page">{t('common.loading')}</p>;
  if (chosen !== null) return <PracticeSession scenario={chosen} onBack={() => setChosen(null)} />;
  return (
    <Page title={t('practice.title')}>
      <p>{t('landing.practiceHint')}</p>
      <div class="landing-grid">
        {scenarios.map((scenario) => (
          <section key={scenario.id} class="card stack">
            <h2>{pick(scenario.title)}</h2>
            <p>{pick(scenario.briefing)}</p>
            <button
              type="button"
              class="primary"
              data-testid={`scenario-${scenario.id}`}
              onClick={() => setChosen(scenario)}
            >
              {t('practice.choose')}
            </button>
          </section>
        ))}
      </div>
    </Page>
  );
}

function PracticeSession({ scenario, onBack }: { scenario: Scenario; onBack: () => void }) {
  const [game, setGame] = useState<Game | null>(null);
  useEffect(() => {
    let made: Game | null = null;
    let isGone = false;
    void pickNickname().then((nickname) => {
      if (isGone) return;
      made = new Game(new LocalConnection(scenario, PLAYER, nickname, randomSeed()));
      setGame(made);
    });
    return () => {
      isGone = true;
      made?.connection.close();
    };
  }, [scenario]);
  if (game === null) return <p class="page">{t('common.loading')}</p>;
  switch (game.connection.lobby.value.phase) {
    case 'lobby':
      return (
        <Page title={pick(scenario.title)}>
          <p>{pick(scenario.briefing)}</p>
          <section class="card stack" aria-labelledby="practice-seats">
            <h2 id="practice-seats">{t('practice.seats')}</h2>
            <p class="soft">{t('practice.seatsHint')}</p>
            <SeatList game={game} />
          </section>
          <div class="row">
            <button
              type="button"
              class="primary"
              data-testid="practice-start"
              onClick={() => void game.connection.control({ action: 'start' })}
            >
              {t('practice.start')}
            </button>
            <button type="button" onClick={onBack}>
              {t('practice.back')}
            </button>
          </div>
        </Page>
      );
    case 'running':
      return <GameScreen game={game} />;
    case 'ended':
      return <Later load={loadPodium} props={{ game }} />;
  }
}
