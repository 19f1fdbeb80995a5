/** The ways on from the podium: the replay, the leaderboard, once more. */
import { useEffect, useState } from 'preact/hooks';
import { z } from 'zod';
import type { Status } from '../../../shared/api/status.ts';
import { recordingsAnswer, type RecordingRow } from '../../../shared/protocol/http-results.ts';
import { ask, post, refusalOf } from '../../connection/http.ts';
import { LocalConnection } from '../../connection/local-connection.ts';
import { t } from '../../i18n/i18n.ts';
import { go } from '../../router.ts';
import type { Game } from '../../state/game.ts';
import { opened } from '../../state/opened-recording.ts';
import { Refusal } from '../page.tsx';

export function LocalWays({ game }: { game: Game }) {
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

export function ServerWays({ code }: { code: string }) {
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
