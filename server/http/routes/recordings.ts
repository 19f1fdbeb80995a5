/** Recordings: listed for all, downloaded by all, deleted by who hosted the session. They hold no secrets. */
import { z } from 'zod';
import { failure, type Status } from '../../../shared/api/status.ts';
import type { recordingsAnswer, RecordingRow } from '../../../shared/protocol/http-results.ts';
import { matchesHash } from '../../secrets.ts';
import { Refusal } from '../../session/refusal.ts';
import type { StoredRecording } from '../../storage/storage.ts';
import { check, type ApiAnswer, type ApiRequest, type Route } from '../api.ts';
import type { HttpServices } from '../services.ts';

const listQuery = z.object({ limit: z.coerce.number().int().min(1).max(500).default(100) });
const recordingKey = z.string().regex(/^[0-9a-f]{16}-[a-z0-9-]{1,40}$/);

function noRecording(id: string): Status {
  return failure('NotFound', 'noRecording', `recording "${id}" not found`, { id });
}

function rowOf(recording: StoredRecording): RecordingRow {
  const { id, code, scenarioId: scenario, teamName: team, createdAt: endedAt, isTrue: verified } = recording;
  const { uptimePpm, served, offered, handPpm, ticks } = recording;
  return { id, code, scenario, team, endedAt, verified, result: { uptimePpm, served, offered, handPpm, ticks } };
}

export function recordingRoutes({ storage }: HttpServices): readonly Route[] {
  function idOf({ path }: ApiRequest): string {
    const id = recordingKey.safeParse(path['id']);
    if (!id.success) throw new Refusal(noRecording(String(path['id']).slice(0, 64)));
    return id.data;
  }

  function list(query: unknown): ApiAnswer {
    const recordings = storage.recordings(check(listQuery, query, 'recordings').limit).map(rowOf);
    return { json: { recordings } satisfies z.infer<typeof recordingsAnswer> };
  }

  function download(request: ApiRequest): ApiAnswer {
    const id = idOf(request);
    const bytes = storage.recordingData(id);
    if (!bytes) throw new Refusal(noRecording(id));
    return { bytes, type: 'application/gzip', fileName: `podville-${id}.json.gz` };
  }

  function remove(request: ApiRequest): ApiAnswer {
    const id = idOf(request);
    const hash = storage.recordingHostKeyHash(id);
    if (hash === null) throw new Refusal(noRecording(id));
    const key = request.headers['x-host-key'];
    if (typeof key !== 'string' || !matchesHash(key, hash)) {
      throw new Refusal(failure('Unauthorized', 'wrongHostKey', 'the host key does not belong to this session', {}));
    }
    storage.removeRecording(id);
    return { json: { deleted: id } };
  }

  return [
    { method: 'GET', path: '/api/recordings', handle: ({ query }) => list(query) },
    { method: 'GET', path: '/api/recordings/:id', handle: download },
    { method: 'DELETE', path: '/api/recordings/:id', handle: remove },
  ];
}
