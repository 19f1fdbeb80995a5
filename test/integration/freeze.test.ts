/** What breaks stops alone: a disk that refuses one session, a command that throws inside. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { startApp, type App } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { SqliteStorage } from '../../server/storage/sqlite-storage.ts';
import { StorageFailure } from '../../server/storage/storage.ts';
import { hostSession } from '../support/session-client.ts';
import { aClient } from '../support/server-fixture.ts';

/** A disk that can be told to refuse one session. */
class FailingStorage extends SqliteStorage {
  failing = '';

  override appendLog(...parameters: Parameters<SqliteStorage['appendLog']>): void {
    if (parameters[0] === this.failing) throw new StorageFailure(new Error('disk full'));
    super.appendLog(...parameters);
  }
}

let app: App | null = null;
afterEach(async () => {
  await app?.stop();
  app = null;
});

test('SRV-70 one session that cannot be stored freezes with its log safe; another one goes on', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'podville-'));
  const storage = new FailingStorage(dataDir, 'normal');
  const errors: string[] = [];
  const log = { info: () => undefined, error: (text: string) => void errors.push(text) };
  app = await startApp(readConfig({ PORT: '0', DATA_DIR: dataDir, SHUTDOWN_DEADLINE_MS: '500' }), { storage, log });
  const url = `http://localhost:${app.port}`;
  const [sick, well] = [await hostSession(url, 'sandbox'), await hostSession(url, 'sandbox')];
  const open = async ({ roomId, hostKey }: typeof sick) => {
    const teacher = await aClient(url, roomId, { hostKey });
    await teacher.control({ action: 'setPace', pace: 16 });
    await teacher.control({ action: 'start' });
    await teacher.until(() => teacher.simulation.store.tick > 5);
    return teacher;
  };
  const sickTeacher = await open(sick);
  const wellTeacher = await open(well);
  storage.failing = sick.roomId;
  await sickTeacher.until(() => sickTeacher.lobby.teams[0]?.frozen === true);
  const stoodAt = sickTeacher.simulation.store.sequence;
  expect(errors.some((text) => text.includes(sick.roomId))).toBe(true);
  expect(await sickTeacher.command({ type: 'setLoopMode', switch: 'scheduler', mode: 'hand' })).toMatchObject({
    key: 'frozen',
  });
  const { tick } = wellTeacher.simulation.store;
  await wellTeacher.until(() => wellTeacher.simulation.store.tick > tick + 20, 15_000);
  expect(wellTeacher.lobby.teams[0]?.frozen).toBe(false);
  expect(sickTeacher.isOnline).toBe(true);
  expect(sickTeacher.simulation.store.sequence).toBe(stoodAt);
  const late = await aClient(url, sick.roomId, 'projector');
  expect(late.simulation.hash()).toBe(sickTeacher.simulation.hash());
  expect(storage.log(sick.roomId, 'maple').length).toBeGreaterThan(0);
  storage.failing = '';
  await sickTeacher.until(() => sickTeacher.lobby.teams[0]?.frozen === false, 15_000);
  await sickTeacher.until(() => sickTeacher.simulation.store.sequence > stoodAt + 10);
  await late.until(() => late.simulation.store.sequence > stoodAt + 10);
});
