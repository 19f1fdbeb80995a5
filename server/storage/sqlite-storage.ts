/** SQLite as the storage: one file, write-ahead log, one transaction for all that a tick appends. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { appendEntry, inputsOf, type LogEntry } from '../../shared/session/log.ts';
import { migrate } from './migrations.ts';
import {
  playerFrom,
  recordingFrom,
  scoreFrom,
  sessionFrom,
  type ClusterRow,
  type EntryRow,
  type HashRow,
  type PlayerRow,
  type RecordingRow,
  type ScoreRow,
  type SessionRow,
} from './rows.ts';
import { STATEMENTS, type StatementName } from './statements.ts';
import {
  StorageFailure,
  type Storage,
  type StoredCluster,
  type StoredPlayer,
  type StoredRecording,
  type StoredScore,
  type StoredSession,
} from './storage.ts';

export class SqliteStorage implements Storage {
  readonly #database: DatabaseSync;
  readonly #statements: Readonly<Record<StatementName, StatementSync>>;
  #isOpen = false;

  constructor(dataDir: string, sync: 'full' | 'normal') {
    mkdirSync(dataDir, { recursive: true });
    this.#database = new DatabaseSync(join(dataDir, 'podville.sqlite'));
    // A second server on the same folder waits a moment, then fails, instead of mixing two logs.
    this.#database.exec(
      `PRAGMA journal_mode = WAL; PRAGMA synchronous = ${sync}; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 2000`,
    );
    migrate(this.#database);
    const prepared = Object.entries(STATEMENTS).map(([name, sql]) => [name, this.#database.prepare(sql)] as const);
    this.#statements = Object.fromEntries(prepared) as Record<StatementName, StatementSync>;
  }

  transact<T>(work: () => T): T {
    if (this.#isOpen) return work();
    this.#guard(() => this.#database.exec('BEGIN IMMEDIATE'));
    this.#isOpen = true;
    try {
      const result = work();
      this.#guard(() => this.#database.exec('COMMIT'));
      return result;
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw error;
    } finally {
      this.#isOpen = false;
    }
  }

  createSession(session: StoredSession, clusters: readonly StoredCluster[]): void {
    const { id, code, hostKeyHash, scenarioId, seed, phase, pace, locked, createdAt } = session;
    this.transact(() => {
      this.#run('insertSession', id, code, hostKeyHash, scenarioId, seed, phase, pace, Number(locked), createdAt);
      clusters.forEach((cluster, position) => {
        this.#run('insertCluster', id, cluster.id, position, cluster.name, JSON.stringify(cluster.setup));
      });
    });
  }

  updateSession(id: string, { phase, pace, locked }: Pick<StoredSession, 'phase' | 'pace' | 'locked'>): void {
    this.#run('updateSession', phase, pace, Number(locked), id);
  }

  sessions(): readonly StoredSession[] {
    return this.#all<SessionRow>('sessions').map(sessionFrom);
  }

  closeSession(id: string): void {
    this.#run('deleteSession', id);
  }

  clusters(session: string): readonly StoredCluster[] {
    const rows = this.#all<ClusterRow>('clusters', session);
    return rows.map((row) => ({ id: row.id, name: row.name, setup: JSON.parse(row.setup) as StoredCluster['setup'] }));
  }

  savePlayer(session: string, { id, nickname, tokenHash, cluster }: StoredPlayer): void {
    this.#run('savePlayer', session, id, nickname, tokenHash, cluster);
  }

  removePlayer(session: string, player: string): void {
    this.#run('deletePlayer', session, player);
  }

  players(session: string): readonly StoredPlayer[] {
    return this.#all<PlayerRow>('players', session).map(playerFrom);
  }

  appendLog(session: string, cluster: string, sequence: number, entry: LogEntry): void {
    this.#run('appendLog', session, cluster, sequence, JSON.stringify(entry));
  }

  log(session: string, cluster: string): LogEntry[] {
    const log: LogEntry[] = [];
    let sequence = 0;
    for (const row of this.#all<EntryRow>('log', session, cluster)) {
      const entry = JSON.parse(row.entry) as LogEntry;
      if (row.sequence !== sequence) throw new StorageFailure(`input ${sequence} of ${session}/${cluster} is missing`);
      sequence += inputsOf(entry);
      appendEntry(log, entry);
    }
    return log;
  }

  appendHash(session: string, cluster: string, sequence: number, hash: string): void {
    this.#run('appendHash', session, cluster, sequence, hash);
  }

  hashes(session: string, cluster: string): [sequence: number, hash: string][] {
    return this.#all<HashRow>('hashes', session, cluster).map(({ sequence, hash }) => [sequence, hash]);
  }

  addRecording(recording: StoredRecording, hostKeyHash: string, data: Uint8Array): void {
    const { id, sessionId, code, scenarioId, teamName, createdAt, isTrue, bytes } = recording;
    const { uptimePpm, served, offered, handPpm, ticks } = recording;
    const head = [id, sessionId, code, hostKeyHash, scenarioId, teamName, createdAt, Number(isTrue), bytes];
    this.#run('insertRecording', ...head, uptimePpm, served, offered, handPpm, ticks, data);
  }

  recordings(limit: number): readonly StoredRecording[] {
    return this.#all<RecordingRow>('recordings', limit).map(recordingFrom);
  }

  recordingData(id: string): Uint8Array | null {
    return (this.#get('recordingData', id) as { data: Uint8Array } | undefined)?.data ?? null;
  }

  recordingHostKeyHash(id: string): string | null {
    return (this.#get('recordingHostKeyHash', id) as { host_key_hash: string } | undefined)?.host_key_hash ?? null;
  }

  removeRecording(id: string): void {
    this.#run('deleteRecording', id);
  }

  removeRecordingsBefore(createdAt: number): number {
    return this.#run('deleteRecordingsBefore', createdAt);
  }

  addScore(score: StoredScore): void {
    const { scenarioId, teamName, origin, recordingId, createdAt, uptimePpm, served, offered, handPpm, ticks } = score;
    const result = [uptimePpm, served, offered, handPpm, ticks];
    this.#run('insertScore', scenarioId, teamName, origin, recordingId, createdAt, ...result);
  }

  scores(scenarioId: string, [least, most]: readonly [number, number], limit: number): readonly StoredScore[] {
    return this.#all<ScoreRow>('scores', scenarioId, limit, least, most).map(scoreFrom);
  }

  close(): void {
    this.#database.close();
  }

  #run(name: StatementName, ...values: (string | number | null | Uint8Array)[]): number {
    return this.#guard(() => Number(this.#statements[name].run(...values).changes));
  }

  #get(name: StatementName, ...values: (string | number)[]): unknown {
    return this.#guard(() => this.#statements[name].get(...values));
  }

  #all<Row>(name: StatementName, ...values: (string | number)[]): Row[] {
    return this.#guard(() => this.#statements[name].all(...values)) as Row[];
  }

  #guard<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw new StorageFailure(error);
    }
  }
}
