/** The leaderboard: read by scenario; a practice run gets on it by being played again here, with the same outcome. */
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { failure } from '../../../shared/api/status.ts';
import {
  HAND_CLASSES,
  handClass,
  type leaderboardAnswer,
  type LeaderboardRow,
} from '../../../shared/protocol/http-results.ts';
import { recording as recordingSchema, type Recording } from '../../../shared/recording/recording.ts';
import { RULES_VERSION } from '../../../shared/protocol/version.ts';
import { addScore, describeRecording, packRecording } from '../../recordings/archive.ts';
import { hashSecret, newId, newSecret } from '../../secrets.ts';
import { Refusal } from '../../session/refusal.ts';
import { noSuchScenario } from '../../session/session-book.ts';
import { SOLO } from '../../session/team-names.ts';
import type { StoredScore } from '../../storage/storage.ts';
import { check, parseJson, type ApiAnswer, type Route } from '../api.ts';
import { Limit } from '../limits.ts';
import { tooLarge } from '../respond.ts';
import type { HttpServices } from '../services.ts';

const LIMIT = 100;
const MAX_UPLOAD_BYTES = 2 * 1024 * 1024;
const MAX_RECORDING_BYTES = 32 * 1024 * 1024;
const MAX_WAITING = 8;

const boardQuery = z.object({
  /** Empty: all of them. */
  scenario: z.string().max(64).default(''),
  limit: z.coerce.number().int().min(1).max(LIMIT).default(20),
  hand: handClass.default('all'),
});

function unpack(body: Buffer): unknown {
  const isGzip = body[0] === 0x1f && body[1] === 0x8b;
  if (!isGzip) return parseJson(body);
  try {
    return parseJson(gunzipSync(body, { maxOutputLength: MAX_RECORDING_BYTES }));
  } catch {
    throw new Refusal(tooLarge(MAX_RECORDING_BYTES));
  }
}

function rowOf(score: StoredScore, index: number): LeaderboardRow {
  const { teamName: team, scenarioId: scenario, recordingId, uptimePpm, served, offered, handPpm, ticks } = score;
  const result = { uptimePpm, served, offered, handPpm, ticks };
  return { rank: index + 1, team, scenario, recording: recordingId, result };
}

function untrue(fault: string): Refusal {
  return new Refusal(
    failure('Invalid', 'recordingUntrue', `played again, the recording does not hold: ${fault}`, { fault }),
  );
}

export function leaderboardRoutes({ storage, catalogue, verifier }: HttpServices): readonly Route[] {
  const uploads = new Limit(10, 0.2);

  async function accept(body: Buffer): Promise<ApiAnswer> {
    uploads.take();
    const uploaded = check(recordingSchema, unpack(body), 'recording');
    const scenario = catalogue.get(uploaded.head.scenarioId);
    if (!scenario) throw new Refusal(noSuchScenario(uploaded.head.scenarioId));
    if (uploaded.head.rules !== RULES_VERSION) throw untrue('rules');
    if (uploaded.result === null) throw untrue('noResult');
    if (verifier.waiting >= MAX_WAITING) {
      throw new Refusal(failure('TooManyRequests', 'tooManyRequests', 'too many recordings are being checked', {}));
    }
    const { verdict, fault } = await verifier.verify({ recording: uploaded, scenario });
    if (!verdict?.isTrue) throw untrue(fault ?? (verdict?.mismatch ? 'hash' : 'result'));
    return keep(uploaded);
  }

  /** Under an id of our own: what the uploader calls it could belong to somebody else. */
  function keep(uploaded: Recording): ApiAnswer {
    const head = { ...uploaded.head, sessionId: newId(), clusterId: 'practice', teamName: SOLO };
    const kept: Recording = { ...uploaded, head };
    const data = packRecording(kept);
    const meta = describeRecording(kept, { code: '', createdAt: Date.now(), isTrue: true, bytes: data.length });
    const hostKey = newSecret();
    storage.transact(() => {
      storage.addRecording(meta, hashSecret(hostKey), data);
      addScore(storage, meta, 'practice');
    });
    return { code: 201, json: { recordingId: meta.id, hostKey } };
  }

  function board(query: unknown): ApiAnswer {
    const { scenario, hand, limit } = check(boardQuery, query, 'leaderboard');
    const rows = storage.scores(scenario, HAND_CLASSES[hand], limit).map(rowOf);
    return { json: { rows } satisfies z.infer<typeof leaderboardAnswer> };
  }

  return [
    { method: 'GET', path: '/api/leaderboard', handle: ({ query }) => board(query) },
    { method: 'POST', path: '/api/leaderboard', maxBodyBytes: MAX_UPLOAD_BYTES, handle: ({ body }) => accept(body) },
  ];
}
