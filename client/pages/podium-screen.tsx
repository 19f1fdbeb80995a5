/** The end: how the teams stand, how one's own town did, and the ways on to replay and leaderboard. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { z } from 'zod';
import type { Status } from '../../shared/api/status.ts';
import { recordingsAnswer, type RecordingRow } from '../../shared/protocol/http.ts';
import { scoreOf, type Score } from '../../shared/cluster/score/score.ts';
import { ask, post, refusalOf } from '../connection/http.ts';
import { LocalConnection } from '../connection/local-connection.ts';
import { formatPpm, t } from '../i18n/i18n.ts';
import { OutageList } from '../panels/objects/outage-list.tsx';
import { useStore } from '../panels/use-store.ts';
import { shortName } from '../panels/describe-verb.ts';
import { Sprite } from '../panels/sprite.tsx';
import { go } from '../router.ts';
import type { Game } from '../state/game.ts';
import { opened } from '../state/opened-recording.ts';
import { Page, Refusal } from './page.tsx';

export function PodiumScreen({ game }: { game: Game }) {
  const { lobby, kind } = game.connection;
  const score = useMemo(() => game.read<Score | null>((store) => scoreOf(store), null), [game]).value;
  return (
    <Page title={t('podium.title')}>
      {kind === 'server' && <Steps game={game} />}
      {score && <OwnScore score={score} />}
      <OwnOutages game={game} />
      {kind === 'local' ? <LocalWays game={game} /> : <ServerWays code={lobby.value.code} />}
    </Page>
  );
}

function OwnOutages({ game }: { game: Game }) {
  const store = useStore(game);
  return store && <OutageList store={store.store} />;
}

const ON_STEPS = 3;
/** Something to look at on each step; which house it is says nothing. */
const HOUSES = ['villa', 'teahouse', 'courtyard'] as const;

function Steps({ game }: { game: Game }) {
  const ranked = [...game.connection.lobby.value.teams].sort((a, b) => (b.uptimePpm ?? -1) - (a.uptimePpm ?? -1));
  return (
    <>
      <ol class="podium" data-testid="podium">
        {ranked.slice(0, ON_STEPS).map((team, index) => (
          <li key={team.id} class={`place-${index + 1}`}>
            <Sprite frame={`house/${HOUSES[index]}/ready`} size={6} />
            <span class="place">{index + 1}</span>
            <strong>{team.name}</strong>
            <div class="uptime">{formatPpm(team.uptimePpm)}</div>
          </li>
        ))}
      </ol>
      {ranked.length > ON_STEPS && (
        <ol class="card" start={ON_STEPS + 1}>
          {ranked.slice(ON_STEPS).map((team) => (
            <li key={team.id}>
              {team.name} {formatPpm(team.uptimePpm)}
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

function OwnScore({ score }: { score: Score }) {
  return (
    <section class="card" data-testid="own-score">
      <p class="uptime-large">
        {t('podium.uptime')} <strong data-testid="podium-uptime">{formatPpm(score.uptimePpm)}</strong>
      </p>
      <p>
        {t('podium.served')}: {score.served} · {t('podium.offered')}: {score.offered} · {t('podium.hand')}:{' '}
        {formatPpm(score.handPpm)}
      </p>
      <div class="table-scroll" tabIndex={0} role="region" aria-label={t('gauge.title')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('kind.Service')}</th>
              <th scope="col" class="number">
                {t('podium.uptime')}
              </th>
              <th scope="col" class="number">
                {t('podium.target')}
              </th>
              <th scope="col" class="number">
                {t('podium.served')}
              </th>
              <th scope="col" class="number">
                {t('podium.lost')}
              </th>
            </tr>
          </thead>
          <tbody>
            {score.services.map((service) => (
              <tr key={service.service}>
                <td>{shortName(service.service)}</td>
                <td class="number">{formatPpm(service.uptimePpm)}</td>
                <td class="number">{formatPpm(service.targetPpm)}</td>
                <td class="number">{service.served}</td>
                <td class="number">{service.lost}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function LocalWays({ game }: { game: Game }) {
  const { connection } = game;
  if (!(connection instanceof LocalConnection)) return null;
  const watch = () => {
    opened.value = { id: 'practice', recording: connection.recording() };
    go('/replay/practice');
  };
  return (
    <div class="row">
      <button type="button" class="primary" data-testid="watch-replay" onClick={watch}>
        {t('podium.replay')}
      </button>
      <SubmitScore connection={connection} />
      <a class="button" href="/practice">
        {t('practice.again')}
      </a>
    </div>
  );
}

/** POST /api/leaderboard */
const submitted = z.object({ recordingId: z.string() });

/** The server plays the recording again; only what it finds itself gets onto the board. */
function SubmitScore({ connection }: { connection: LocalConnection }) {
  const [state, setState] = useState<'open' | 'asking' | 'done'>('open');
  const [refusal, setRefusal] = useState<Status | null>(null);
  const submit = () => {
    setState('asking');
    post(submitted, '/api/leaderboard', connection.recording())
      .then(() => setState('done'))
      .catch((error: unknown) => {
        setState('open');
        setRefusal(refusalOf(error));
      });
  };
  if (state === 'done') {
    return (
      <>
        <span role="status">{t('podium.submitted')}</span>
        <a class="button" href="/leaderboard">
          {t('podium.board')}
        </a>
      </>
    );
  }
  return (
    <>
      <button type="button" data-testid="submit-score" disabled={state === 'asking'} onClick={submit}>
        {t(state === 'asking' ? 'podium.checking' : 'podium.submit')}
      </button>
      <Refusal status={refusal} />
    </>
  );
}

/** The server runs each log again before it counts: asked until it has. */
const ASK_MS = 2000;

function ServerWays({ code }: { code: string }) {
  const [rows, setRows] = useState<readonly RecordingRow[]>([]);
  const mine = rows.filter((row) => row.code === code);
  const isChecked = mine.length > 0 && mine.every(({ verified }) => verified);
  useEffect(() => {
    if (isChecked) return undefined;
    const look = () =>
      void ask(recordingsAnswer, '/api/recordings')
        .then(({ recordings }) => setRows(recordings))
        .catch(() => undefined);
    look();
    const timer = window.setInterval(look, ASK_MS);
    return () => window.clearInterval(timer);
  }, [isChecked]);
  return (
    <>
      <p role="status">{t(isChecked ? 'podium.checked' : 'podium.checking')}</p>
      <div class="row">
        {mine.map((row) => (
          <a key={row.id} class="button primary" href={`/replay/${row.id}`} data-testid="watch-replay">
            {t('podium.replay')}
            {mine.length > 1 && `: ${row.team}`}
          </a>
        ))}
        <a class="button" href="/leaderboard">
          {t('podium.board')}
        </a>
      </div>
    </>
  );
}
