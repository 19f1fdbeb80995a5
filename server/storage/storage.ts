/** Where sessions live on disk. One implementation today (SQLite); nothing else of the server knows which. */
import type { Pace } from '../../shared/commands/pace.ts';
import type { SessionResult } from '../../shared/recording/recording.ts';
import type { LogEntry } from '../../shared/session/log.ts';
import type { ClusterSetup } from '../../shared/session/setup.ts';

export interface StoredSession {
  readonly id: string;
  /** What students type. Free again when the session is closed. */
  readonly code: string;
  readonly hostKeyHash: string;
  readonly scenarioId: string;
  /** The director's seed. It never leaves the server. */
  readonly seed: number;
  readonly phase: 'lobby' | 'running' | 'ended';
  readonly pace: Pace;
  readonly locked: boolean;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

export interface StoredCluster {
  readonly id: string;
  readonly name: string;
  readonly setup: ClusterSetup;
}

export interface StoredPlayer {
  readonly id: string;
  readonly nickname: string;
  readonly tokenHash: string;
  readonly cluster: string;
}

export interface StoredRecording extends SessionResult {
  readonly id: string;
  readonly sessionId: string;
  /** The session's join code, by which its host's browser knows its key; empty for a practice run. */
  readonly code: string;
  readonly scenarioId: string;
  readonly teamName: string;
  readonly createdAt: number;
  /** Run again, it came out as recorded. */
  readonly isTrue: boolean;
  /** Compressed size. */
  readonly bytes: number;
}

export interface StoredScore extends SessionResult {
  readonly scenarioId: string;
  readonly teamName: string;
  readonly origin: 'class' | 'practice';
  /** Null when the recording has been deleted. */
  readonly recordingId: string | null;
  readonly createdAt: number;
}

export interface Storage {
  /** All or nothing, and durable when it returns. Throws `StorageFailure` when it cannot be made so. */
  transact<T>(work: () => T): T;

  createSession(session: StoredSession, clusters: readonly StoredCluster[]): void;
  updateSession(id: string, change: Pick<StoredSession, 'phase' | 'pace' | 'locked'>): void;
  /** Sessions that are not closed: oldest first. */
  sessions(): readonly StoredSession[];
  /** Forgets a session with its log and players. What was recorded of it stays. */
  closeSession(id: string): void;
  clusters(session: string): readonly StoredCluster[];

  savePlayer(session: string, player: StoredPlayer): void;
  removePlayer(session: string, player: string): void;
  players(session: string): readonly StoredPlayer[];

  appendLog(session: string, cluster: string, sequence: number, entry: LogEntry): void;
  /** Ticks counted together. Throws where an input is missing. */
  log(session: string, cluster: string): LogEntry[];
  appendHash(session: string, cluster: string, sequence: number, hash: string): void;
  hashes(session: string, cluster: string): [sequence: number, hash: string][];

  addRecording(recording: StoredRecording, hostKeyHash: string, data: Uint8Array): void;
  recordings(limit: number): readonly StoredRecording[];
  recordingData(id: string): Uint8Array | null;
  recordingHostKeyHash(id: string): string | null;
  removeRecording(id: string): void;
  removeRecordingsBefore(createdAt: number): number;

  addScore(score: StoredScore): void;
  /** Best first; of all scenarios where none is named. */
  scores(scenarioId: string, handPpm: readonly [least: number, most: number], limit: number): readonly StoredScore[];

  close(): void;
}

/** The disk did not take it: whatever was to become durable has not. */
export class StorageFailure extends Error {
  override readonly name = 'StorageFailure';

  constructor(cause: unknown) {
    super(`storage failed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}
