/** Host: opens a class session. The host key stays in this browser; the lobby shows code and QR. */
import { useEffect, useState } from 'preact/hooks';
import type { Status } from '../../shared/api/status.ts';
import { createSessionAnswer, scenariosAnswer, type ScenarioRow } from '../../shared/protocol/http.ts';
import { ask, post, refusalOf } from '../connection/http.ts';
import { pick, t } from '../i18n/i18n.ts';
import { go } from '../router.ts';
import { storage } from '../state/storage.ts';
import { Page, Refusal } from './page.tsx';

const MOST_TEAMS = 12;
const SECONDS_A_MINUTE = 60;

export function HostPage() {
  const [scenarios, setScenarios] = useState<readonly ScenarioRow[]>([]);
  const [scenario, setScenario] = useState('');
  const [teams, setTeams] = useState(1);
  const [refusal, setRefusal] = useState<Status | null>(null);
  useEffect(() => {
    ask(scenariosAnswer, '/api/scenarios')
      .then((answer) => {
        setScenarios(answer.scenarios);
        setScenario(answer.scenarios[0]?.id ?? '');
      })
      .catch((error: unknown) => setRefusal(refusalOf(error)));
  }, []);
  const open = async (event: Event) => {
    event.preventDefault();
    try {
      const session = await post(createSessionAnswer, '/api/sessions', { scenario, teams });
      storage.set(`host.${session.code}`, session.hostKey);
      go(`/class/${session.code}`);
    } catch (error) {
      setRefusal(refusalOf(error));
    }
  };
  return (
    <Page title={t('host.title')}>
      <form class="card stack" onSubmit={(event) => void open(event)}>
        <fieldset class="stack">
          <legend>{t('host.scenario')}</legend>
          {scenarios.map(({ id, title, briefing, durationTicks, pace }) => (
            <label class="card" key={id}>
              <input type="radio" name="scenario" checked={scenario === id} onChange={() => setScenario(id)} />{' '}
              <strong>{pick(title)}</strong>{' '}
              <span class="pill">
                {t('host.minutes', { minutes: Math.round(durationTicks / pace / SECONDS_A_MINUTE) })}
              </span>
              <br />
              <span class="soft">{pick(briefing)}</span>
            </label>
          ))}
        </fieldset>
        <label class="row">
          {t('host.teams')}
          <input
            type="number"
            min={1}
            max={MOST_TEAMS}
            value={teams}
            onInput={(event) => setTeams(event.currentTarget.valueAsNumber || 1)}
          />
          <span class="soft">{t('host.teamsHint')}</span>
        </label>
        <Refusal status={refusal} />
        <div class="row">
          <button class="primary" type="submit" disabled={scenario === ''}>
            {t('host.open')}
          </button>
        </div>
      </form>
    </Page>
  );
}
