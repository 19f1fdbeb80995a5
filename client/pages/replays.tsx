/** Replays: the recordings that the server keeps, and any from a file. */
import { useEffect, useState } from 'preact/hooks';
import { z } from 'zod';
import type { Status } from '../../shared/api/status.ts';
import { recordingsAnswer, type RecordingRow } from '../../shared/protocol/http-results.ts';
import { ask, refusalOf } from '../connection/http.ts';
import { parseRecording } from '../connection/recordings.ts';
import { formatPpm, locale, t } from '../i18n/i18n.ts';
import { go } from '../router.ts';
import { opened } from '../state/opened-recording.ts';
import { storage } from '../state/storage.ts';
import { Page, Refusal } from './page.tsx';

export function ReplaysPage() {
  const [rows, setRows] = useState<readonly RecordingRow[] | null>(null);
  const [refusal, setRefusal] = useState<Status | null>(null);
  const load = () => {
    ask(recordingsAnswer, '/api/recordings')
      .then((answer) => setRows(answer.recordings))
      .catch((error: unknown) => setRefusal(refusalOf(error)));
  };
  useEffect(load, []);
  const openFile = async (file: File | undefined) => {
    if (!file) return;
    try {
      opened.value = { id: 'file', recording: await parseRecording(new Uint8Array(await file.arrayBuffer())) };
      go('/replay/file');
    } catch (error) {
      setRefusal(refusalOf(error));
    }
  };
  const remove = (row: RecordingRow) => {
    const headers = { 'x-host-key': storage.get(`host.${row.code}`) ?? '' };
    ask(z.unknown(), `/api/recordings/${row.id}`, { method: 'DELETE', headers })
      .then(load)
      .catch((error: unknown) => setRefusal(refusalOf(error)));
  };
  return (
    <Page title={t('replays.title')}>
      <label class="card row">
        {t('replays.file')}
        <input type="file" accept=".json,.gz" onChange={(event) => void openFile(event.currentTarget.files?.[0])} />
      </label>
      <Refusal status={refusal} />
      {rows?.length === 0 && <p class="card">{t('replays.empty')}</p>}
      {rows !== null && rows.length > 0 && (
        <div class="card table-scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">{t('replays.when')}</th>
                <th scope="col">{t('board.scenario')}</th>
                <th scope="col">{t('board.team')}</th>
                <th scope="col" class="number">
                  {t('podium.uptime')}
                </th>
                <th scope="col">
                  <span class="visually-hidden">{t('replays.watch')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td>{new Date(row.endedAt).toLocaleString(locale.value)}</td>
                  <td>{row.scenario}</td>
                  <td>{row.team}</td>
                  <td class="number">
                    {formatPpm(row.result?.uptimePpm)}{' '}
                    <span class="pill">{t(row.verified ? 'replays.verified' : 'replays.unverified')}</span>
                  </td>
                  <td class="row">
                    <a class="button primary" href={`/replay/${row.id}`}>
                      {t('replays.watch')}
                    </a>
                    <a class="button" href={`/api/recordings/${row.id}`} download={`podville-${row.id}.json.gz`}>
                      {t('replays.download')}
                    </a>
                    {storage.get(`host.${row.code}`) !== null && (
                      <button type="button" class="danger" onClick={() => remove(row)}>
                        {t('replays.delete')}
                      </button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Page>
  );
}
