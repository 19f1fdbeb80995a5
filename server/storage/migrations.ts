/** The database's shape, version by version. A released step never changes; a new shape is a new step. */
import type { DatabaseSync } from 'node:sqlite';

const STEPS: readonly string[] = [
  `
  CREATE TABLE sessions (
    id TEXT PRIMARY KEY, code TEXT NOT NULL UNIQUE, host_key_hash TEXT NOT NULL, scenario_id TEXT NOT NULL,
    seed INTEGER NOT NULL, phase TEXT NOT NULL, pace INTEGER NOT NULL, locked INTEGER NOT NULL,
    created_at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE clusters (
    session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    id TEXT NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL, setup TEXT NOT NULL,
    PRIMARY KEY (session_id, id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE players (
    session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    id TEXT NOT NULL, nickname TEXT NOT NULL, token_hash TEXT NOT NULL, cluster_id TEXT NOT NULL,
    PRIMARY KEY (session_id, id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE log (
    session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    cluster_id TEXT NOT NULL, sequence INTEGER NOT NULL, entry TEXT NOT NULL,
    PRIMARY KEY (session_id, cluster_id, sequence)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE hashes (
    session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    cluster_id TEXT NOT NULL, sequence INTEGER NOT NULL, hash TEXT NOT NULL,
    PRIMARY KEY (session_id, cluster_id, sequence)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE recordings (
    id TEXT PRIMARY KEY, session_id TEXT NOT NULL, code TEXT NOT NULL, host_key_hash TEXT NOT NULL,
    scenario_id TEXT NOT NULL, team_name TEXT NOT NULL, created_at INTEGER NOT NULL, is_true INTEGER NOT NULL, bytes INTEGER NOT NULL,
    uptime_ppm INTEGER, served INTEGER NOT NULL, offered INTEGER NOT NULL, hand_ppm INTEGER, ticks INTEGER NOT NULL,
    data BLOB NOT NULL
  ) STRICT;
  CREATE INDEX recordings_by_age ON recordings (created_at);
  CREATE TABLE scores (
    id INTEGER PRIMARY KEY, scenario_id TEXT NOT NULL, team_name TEXT NOT NULL, origin TEXT NOT NULL,
    recording_id TEXT REFERENCES recordings (id) ON DELETE SET NULL, created_at INTEGER NOT NULL,
    uptime_ppm INTEGER, served INTEGER NOT NULL, offered INTEGER NOT NULL, hand_ppm INTEGER, ticks INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX scores_by_rank ON scores (scenario_id, uptime_ppm DESC);
  CREATE INDEX scores_by_recording ON scores (recording_id);
  `,
];

export function migrate(database: DatabaseSync): void {
  const row = database.prepare('PRAGMA user_version').get() as { user_version: number };
  const { user_version: version } = row;
  if (version > STEPS.length) {
    throw new Error(`the database is of version ${version}, newer than this program, which knows ${STEPS.length}`);
  }
  for (const [offset, step] of STEPS.slice(version).entries()) {
    database.exec(`BEGIN IMMEDIATE; ${step}; PRAGMA user_version = ${version + offset + 1}; COMMIT`);
  }
}
