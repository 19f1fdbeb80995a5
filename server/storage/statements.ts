/** Every SQL statement, by name. Values are always bound, never pasted in. */
const RESULT = 'uptime_ppm, served, offered, hand_ppm, ticks';

export const STATEMENTS = {
  insertSession: `INSERT INTO sessions (id, code, host_key_hash, scenario_id, seed, phase, pace, locked, created_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  updateSession: 'UPDATE sessions SET phase = ?, pace = ?, locked = ? WHERE id = ?',
  sessions: 'SELECT * FROM sessions ORDER BY created_at, id',
  deleteSession: 'DELETE FROM sessions WHERE id = ?',
  insertCluster: 'INSERT INTO clusters (session_id, id, position, name, setup) VALUES (?, ?, ?, ?, ?)',
  clusters: 'SELECT id, name, setup FROM clusters WHERE session_id = ? ORDER BY position',
  savePlayer: `INSERT INTO players (session_id, id, nickname, token_hash, cluster_id) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (session_id, id) DO UPDATE SET nickname = excluded.nickname, token_hash = excluded.token_hash,
    cluster_id = excluded.cluster_id`,
  deletePlayer: 'DELETE FROM players WHERE session_id = ? AND id = ?',
  players: 'SELECT id, nickname, token_hash, cluster_id FROM players WHERE session_id = ? ORDER BY id',
  appendLog: 'INSERT INTO log (session_id, cluster_id, sequence, entry) VALUES (?, ?, ?, ?)',
  log: 'SELECT sequence, entry FROM log WHERE session_id = ? AND cluster_id = ? ORDER BY sequence',
  appendHash: 'INSERT INTO hashes (session_id, cluster_id, sequence, hash) VALUES (?, ?, ?, ?)',
  hashes: 'SELECT sequence, hash FROM hashes WHERE session_id = ? AND cluster_id = ? ORDER BY sequence',
  insertRecording: `INSERT OR REPLACE INTO recordings
    (id, session_id, code, host_key_hash, scenario_id, team_name, created_at, is_true, bytes, ${RESULT}, data)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  recordings: `SELECT id, session_id, code, scenario_id, team_name, created_at, is_true, bytes, ${RESULT}
    FROM recordings ORDER BY created_at DESC, id LIMIT ?`,
  recordingData: 'SELECT data FROM recordings WHERE id = ?',
  recordingHostKeyHash: 'SELECT host_key_hash FROM recordings WHERE id = ?',
  deleteRecording: 'DELETE FROM recordings WHERE id = ?',
  deleteRecordingsBefore: 'DELETE FROM recordings WHERE created_at < ?',
  insertScore: `INSERT INTO scores (scenario_id, team_name, origin, recording_id, created_at, ${RESULT})
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  /** Uptime first; who did more of it by hand, second; more visitors served, third. */
  scores: `SELECT scenario_id, team_name, origin, recording_id, created_at, ${RESULT} FROM scores
    WHERE (?1 = '' OR scenario_id = ?1) AND hand_ppm BETWEEN ?3 AND ?4 ORDER BY uptime_ppm DESC, hand_ppm DESC, served DESC, id LIMIT ?2`,
} as const;

export type StatementName = keyof typeof STATEMENTS;
