/** The storage on a real disk. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { must } from '../../../shared/base/assert.ts';
import { setupFor } from '../../../shared/scenarios/setup-for.ts';
import { readCatalogue } from '../../../server/scenarios/catalogue.ts';
import { SqliteStorage } from '../../../server/storage/sqlite-storage.ts';
import { StorageFailure, type StoredRecording, type StoredSession } from '../../../server/storage/storage.ts';

/** However much was played by hand. */
const ALL = [0, 1_000_000] as const;

const session: StoredSession = {
  id: 's1',
  code: 'ABCDE',
  hostKeyHash: 'h',
  scenarioId: 'sandbox',
  seed: 7,
  phase: 'lobby',
  pace: 4,
  locked: false,
  createdAt: 1,
};

function aStorage(dataDir = mkdtempSync(join(tmpdir(), 'podville-'))) {
  const storage = new SqliteStorage(dataDir, 'normal');
  const setup = setupFor(must(readCatalogue().get('sandbox'), 'scenario'), { seed: 1, registryNamespace: 'maple' });
  return { storage, dataDir, setup };
}

test('SRV-90 a session comes back as it was stored, its log in order and ticks counted together', () => {
  const { storage, dataDir, setup } = aStorage();
  storage.createSession(session, [{ id: 'maple', name: 'Maple', setup }]);
  storage.savePlayer('s1', { id: 'p1', nickname: 'Brave Otter', tokenHash: 't', cluster: 'maple' });
  storage.transact(() => {
    storage.appendLog('s1', 'maple', 0, ['e', { type: 'phaseChanged', phase: 'running' }]);
    for (let sequence = 1; sequence <= 30; sequence += 1) storage.appendLog('s1', 'maple', sequence, 1);
    storage.appendHash('s1', 'maple', 21, 'abc');
  });
  storage.updateSession('s1', { phase: 'running', pace: 8, locked: true });
  storage.close();
  const { storage: again } = aStorage(dataDir);
  expect(again.sessions()).toEqual([{ ...session, phase: 'running', pace: 8, locked: true }]);
  expect(again.clusters('s1')).toEqual([{ id: 'maple', name: 'Maple', setup }]);
  expect(again.players('s1')).toHaveLength(1);
  expect(again.log('s1', 'maple')).toEqual([['e', { type: 'phaseChanged', phase: 'running' }], 30]);
  expect(again.hashes('s1', 'maple')).toEqual([[21, 'abc']]);
  again.closeSession('s1');
  expect([again.sessions(), again.log('s1', 'maple'), again.players('s1')]).toEqual([[], [], []]);
  again.close();
});

test('SRV-90 a log with a hole in it is not given back', () => {
  const { storage, setup } = aStorage();
  storage.createSession(session, [{ id: 'maple', name: 'Maple', setup }]);
  for (const sequence of [0, 1, 3]) storage.appendLog('s1', 'maple', sequence, 1);
  expect(() => storage.log('s1', 'maple')).toThrow('input 2 of s1/maple is missing');
  storage.close();
});

test('SRV-91 a transaction is all or nothing, also when the caller throws', () => {
  const { storage, setup } = aStorage();
  storage.createSession(session, [{ id: 'maple', name: 'Maple', setup }]);
  const failing = () =>
    storage.transact(() => {
      storage.appendLog('s1', 'maple', 0, 1);
      storage.appendLog('s1', 'maple', 0, 1);
    });
  expect(failing).toThrow(StorageFailure);
  expect(storage.log('s1', 'maple')).toEqual([]);
  storage.appendLog('s1', 'maple', 0, 1);
  expect(storage.log('s1', 'maple')).toEqual([1]);
  storage.close();
});

test('SRV-92 a deleted recording leaves the score without a link; old ones are deleted by age', () => {
  const { storage } = aStorage();
  const result = { uptimePpm: 900_000, served: 9, offered: 10, handPpm: 0, ticks: 100 };
  const base = {
    sessionId: 's1',
    code: 'ABCDE',
    scenarioId: 'sandbox',
    teamName: 'Maple',
    isTrue: true,
    bytes: 3,
    ...result,
  };
  const recordings: StoredRecording[] = [1, 2].map((age) => ({ ...base, id: `r${age}`, createdAt: age }));
  for (const recording of recordings) storage.addRecording(recording, 'h', new Uint8Array([1, 2, 3]));
  for (const { id } of recordings) {
    storage.addScore({
      scenarioId: 'sandbox',
      teamName: 'Maple',
      origin: 'class',
      recordingId: id,
      createdAt: 1,
      ...result,
    });
  }
  expect(storage.recordings(10).map(({ id }) => id)).toEqual(['r2', 'r1']);
  expect(storage.removeRecordingsBefore(2)).toBe(1);
  expect(storage.recordingData('r1')).toBeNull();
  expect(storage.scores('sandbox', ALL, 10).map(({ recordingId }) => recordingId)).toEqual([null, 'r2']);
  expect(storage.scores('', ALL, 10)).toHaveLength(2);
  expect(storage.scores('other', ALL, 10)).toEqual([]);
  const { handPpm } = result;
  expect(storage.scores('', [handPpm, handPpm], 10)).toHaveLength(2);
  expect(storage.scores('', [handPpm + 1, 1_000_000], 10)).toEqual([]);
  storage.close();
});

test('SRV-93 a database of a newer program is not touched', () => {
  const { storage, dataDir } = aStorage();
  storage.close();
  const database = new DatabaseSync(join(dataDir, 'podville.sqlite'));
  database.exec('PRAGMA user_version = 999');
  database.close();
  expect(() => aStorage(dataDir)).toThrow('newer than this program');
});
