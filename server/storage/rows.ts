/** Database rows, and what they mean. */
import type { Pace } from '../../shared/commands/pace.ts';
import type { SessionResult } from '../../shared/recording/recording.ts';
import type { StoredPlayer, StoredRecording, StoredScore, StoredSession } from './storage.ts';

export interface SessionRow {
  id: string;
  code: string;
  host_key_hash: string;
  scenario_id: string;
  seed: number;
  phase: StoredSession['phase'];
  pace: Pace;
  locked: number;
  created_at: number;
}

export interface ClusterRow {
  id: string;
  name: string;
  setup: string;
}

export interface PlayerRow {
  id: string;
  nickname: string;
  token_hash: string;
  cluster_id: string;
}

export interface EntryRow {
  sequence: number;
  entry: string;
}

export interface HashRow {
  sequence: number;
  hash: string;
}

interface ResultRow {
  uptime_ppm: number | null;
  served: number;
  offered: number;
  hand_ppm: number | null;
  ticks: number;
}

export interface RecordingRow extends ResultRow {
  id: string;
  session_id: string;
  code: string;
  scenario_id: string;
  team_name: string;
  created_at: number;
  is_true: number;
  bytes: number;
}

export interface ScoreRow extends ResultRow {
  scenario_id: string;
  team_name: string;
  origin: StoredScore['origin'];
  recording_id: string | null;
  created_at: number;
}

export function sessionFrom(row: SessionRow): StoredSession {
  return {
    id: row.id,
    code: row.code,
    hostKeyHash: row.host_key_hash,
    scenarioId: row.scenario_id,
    seed: row.seed,
    phase: row.phase,
    pace: row.pace,
    locked: row.locked === 1,
    createdAt: row.created_at,
  };
}

export function playerFrom(row: PlayerRow): StoredPlayer {
  return { id: row.id, nickname: row.nickname, tokenHash: row.token_hash, cluster: row.cluster_id };
}

function resultFrom(row: ResultRow): SessionResult {
  return {
    uptimePpm: row.uptime_ppm,
    served: row.served,
    offered: row.offered,
    handPpm: row.hand_ppm as SessionResult['handPpm'],
    ticks: row.ticks,
  };
}

export function recordingFrom(row: RecordingRow): StoredRecording {
  return {
    id: row.id,
    sessionId: row.session_id,
    code: row.code,
    scenarioId: row.scenario_id,
    teamName: row.team_name,
    createdAt: row.created_at,
    isTrue: row.is_true === 1,
    bytes: row.bytes,
    ...resultFrom(row),
  };
}

export function scoreFrom(row: ScoreRow): StoredScore {
  return {
    scenarioId: row.scenario_id,
    teamName: row.team_name,
    origin: row.origin,
    recordingId: row.recording_id,
    createdAt: row.created_at,
    ...resultFrom(row),
  };
}
