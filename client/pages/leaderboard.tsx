/** Leaderboard: uptime by lesson. Every row was run again by the server before it was entered. */
import { useEffect, useState } from 'preact/hooks';
import type { Status } from '../../shared/api/status.ts';
import { scenariosAnswer, type ScenarioRow } from '../../shared/protocol/http.ts';
import {
  handClass,
  leaderboardAnswer,
  type HandClass,
  type LeaderboardRow,
} from '../../shared/protocol/http-results.ts';
import { ask, refusalOf } from '../connection/http.ts';
import { formatPpm, pick, t } from '../i18n/i18n.ts';
import { Page, Refusal } from './page.tsx';

export function LeaderboardPage() {
  const [scenarios, setScenarios] = useState<readonly ScenarioRow[]>([]);
  const [scenario, setScenario] = useState('');
  const [hand, setHand] = useState<HandClass>('all');
  const [rows, setRows] = useState<readonly LeaderboardRow[] | null>(null);
  const [refusal, setRefusal] = useState<Status | null>(null);
  useEffect(() => {
    ask(scenariosAnswer, '/api/scenarios')
      .then((answer) => setScenarios(answer.scenarios))
      .catch((error: unknown) => setRefusal(refusalOf(error)));
  }, []);
  useEffect(() => {
    ask(leaderboardAnswer, `/api/leaderboard?scenario=${encodeURIComponent(scenario)}&hand=${hand}`)
      .then((answer) => setRows(answer.rows))
      .catch((error: unknown) => setRefusal(refusalOf(error)));
  }, [scenario, hand]);
  const titles = new Map(scenarios.map(({ id, title }) => [id, pick(title)]));
  return (
    <Page title={t('board.title')}>
      <label class="row">
        {t('board.scenario')}
        <select value={scenario} onChange={(event) => setScenario(event.currentTarget.value)}>
          <option value="">{t('board.all')}</option>
          {scenarios.map(({ id }) => (
            <option key={id} value={id}>
              {titles.get(id)}
            </option>
          ))}
        </select>
      </label>
      <fieldset class="row">
        <legend>{t('podium.hand')}</legend>
        {handClass.options.map((option) => (
          <label key={option}>
            <input type="radio" name="hand" checked={hand === option} onChange={() => setHand(option)} />{' '}
            {t(`board.hand.${option}`)}
          </label>
        ))}
      </fieldset>
      <Refusal status={refusal} />
      {rows?.length === 0 && <p class="card">{t('board.empty')}</p>}
      {rows !== null && rows.length > 0 && (
        <div class="card table-scroll">
          <table data-testid="leaderboard">
            <thead>
              <tr>
                <th scope="col" class="number">
                  {t('board.rank')}
                </th>
                <th scope="col">{t('board.team')}</th>
                <th scope="col">{t('board.scenario')}</th>
                <th scope="col" class="number">
                  {t('podium.uptime')}
                </th>
                <th scope="col" class="number">
                  {t('podium.served')}
                </th>
                <th scope="col" class="number">
                  {t('podium.hand')}
                </th>
                <th scope="col">{t('board.replay')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={`${row.rank} ${row.team} ${row.recording}`}>
                  <td class="number">{row.rank}</td>
                  <td>{row.team}</td>
                  <td>{titles.get(row.scenario) ?? row.scenario}</td>
                  <td class="number">{formatPpm(row.result.uptimePpm)}</td>
                  <td class="number">{row.result.served}</td>
                  <td class="number">{formatPpm(row.result.handPpm)}</td>
                  <td>{row.recording !== null && <a href={`/replay/${row.recording}`}>{t('replays.watch')}</a>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Page>
  );
}
