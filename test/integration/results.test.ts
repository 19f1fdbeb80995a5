/** What stays of a session: a leaderboard that believes only what it has run itself, and recordings. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { must } from '../../shared/base/assert.ts';
import { leaderboardAnswer, recordingsAnswer, type LeaderboardRow } from '../../shared/protocol/http-results.ts';
import type { Recording } from '../../shared/recording/recording.ts';
import { readCatalogue } from '../../server/scenarios/catalogue.ts';
import { practiceRun } from '../support/practice-run.ts';
import { hostSession } from '../support/session-client.ts';
import { aClient, aServer } from '../support/server-fixture.ts';

async function board(url: string, scenario: string): Promise<readonly LeaderboardRow[]> {
  const response = await fetch(`${url}/api/leaderboard?scenario=${scenario}`);
  return leaderboardAnswer.parse(await response.json()).rows;
}

test('SRV-60 a session reaches the leaderboard after it was run again, and its recordings are listed, loaded and deleted', async () => {
  const { url } = await aServer();
  const { roomId, hostKey } = await hostSession(url, 'sandbox', 2);
  const teacher = await aClient(url, roomId, { hostKey });
  await teacher.control({ action: 'setPace', pace: 16 });
  await teacher.control({ action: 'start' });
  await teacher.until(() => teacher.lobby.teams.every(({ uptimePpm }) => uptimePpm >= 0), 30_000);
  expect(await board(url, 'sandbox')).toEqual([]);
  await teacher.control({ action: 'end' });
  await teacher.until(() => teacher.lobby.teams.every(({ verdict }) => verdict === 'true'), 20_000);
  const rows = await board(url, 'sandbox');
  expect(rows.map(({ team }) => team).toSorted()).toEqual(['Bamboo 竹子', 'Maple 枫树']);
  expect(await board(url, '')).toEqual(rows);

  const listed = await (await fetch(`${url}/api/recordings`)).text();
  expect(recordingsAnswer.parse(JSON.parse(listed)).recordings.map(({ verified }) => verified)).toEqual([true, true]);
  for (const secret of [hostKey, 'token', 'host_key', 'hash']) expect(listed).not.toContain(secret);
  const [team] = teacher.lobby.teams;
  const id = must(team, 'team').recordingId;
  const remove = (key: string) =>
    fetch(`${url}/api/recordings/${id}`, { method: 'DELETE', headers: { 'x-host-key': key } });
  expect((await fetch(`${url}/api/recordings/${id}`)).headers.get('content-type')).toBe('application/gzip');
  expect((await remove('0'.repeat(32))).status).toBe(401);
  expect((await remove(hostKey)).status).toBe(200);
  expect((await fetch(`${url}/api/recordings/${id}`)).status).toBe(404);
  expect((await board(url, 'sandbox')).filter(({ recording }) => recording === null)).toHaveLength(1);
});

test('SRV-61 a practice run is accepted when it comes out the same here, and refused when anything was changed', async () => {
  const { url } = await aServer();
  const scenario = must(readCatalogue().get('first-town'), 'scenario');
  const honest = practiceRun(scenario, 4711);
  const upload = async (recording: unknown) => {
    const response = await fetch(`${url}/api/leaderboard`, {
      method: 'POST',
      body: gzipSync(JSON.stringify(recording)),
    });
    return {
      status: response.status,
      answer: (await response.json()) as { key?: string; details?: { fault: string }; recordingId?: string },
    };
  };
  const without = (type: string): Recording => ({
    ...honest,
    log: honest.log.filter((entry) => !(Array.isArray(entry) && entry[0] === 'e' && entry[1].type === type)),
  });
  const result = must(honest.result, 'result');
  const easier = structuredClone(honest);
  for (const node of easier.head.setup.nodes) node.cpuMilli *= 2;
  const tampered: readonly [Recording, string][] = [
    [{ ...honest, result: { ...result, uptimePpm: 1_000_000, served: result.offered } }, 'result'],
    [{ ...honest, hashes: [[must(honest.hashes[0], 'hash')[0], '0'.repeat(16)]] }, 'hash'],
    [without('faultBegan'), 'script'],
    [without('demandChanged'), 'script'],
    [easier, 'setup'],
    [{ ...honest, log: honest.log.slice(0, 20) }, 'tooShort'],
    [{ ...honest, result: null }, 'noResult'],
  ];
  for (const [recording, fault] of tampered) {
    const { status, answer } = await upload(recording);
    expect([status, answer.key, answer.details?.fault]).toEqual([422, 'recordingUntrue', fault]);
  }
  expect((await upload({ nonsense: 1 })).status).toBe(400);
  expect(await board(url, 'first-town')).toEqual([]);
  const { status, answer } = await upload(honest);
  expect([status, typeof answer.recordingId]).toEqual([201, 'string']);
  expect(await board(url, 'first-town')).toMatchObject([
    { rank: 1, team: 'solo', result, recording: answer.recordingId },
  ]);
});

test('SRV-62 the verify tool says true of what is true, and false of what was changed', () => {
  const honest = practiceRun(must(readCatalogue().get('first-town'), 'scenario'), 12);
  const folder = mkdtempSync(join(tmpdir(), 'podville-'));
  const run = (name: string, content: string | Uint8Array) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    const root = join(import.meta.dirname, '../..');
    const { status, stdout } = spawnSync(process.execPath, ['server/tools/verify.ts', path], {
      cwd: root,
      encoding: 'utf8',
    });
    return { status, lastLine: stdout.trim().split('\n').at(-1) };
  };
  expect(run('true.json.gz', gzipSync(JSON.stringify(honest)))).toEqual({ status: 0, lastLine: 'verdict:  true' });
  const better = { ...honest, result: { ...must(honest.result, 'result'), uptimePpm: 1_000_000 } };
  expect(run('false.json', JSON.stringify(better))).toEqual({ status: 1, lastLine: 'verdict:  FALSE' });
  expect(run('none.json', '{}').status).toBe(2);
});
