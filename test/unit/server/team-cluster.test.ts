/** One team's cluster on the server: what it does when something inside throws. */
import { expect, test } from 'vitest';
import { must } from '../../../shared/base/assert.ts';
import { decodeSnapshot } from '../../../shared/protocol/snapshot-message.ts';
import { setupFor } from '../../../shared/scenarios/setup-for.ts';
import { appendEntry, type LogEntry } from '../../../shared/session/log.ts';
import { gunzipSync } from 'node:zlib';
import { readCatalogue } from '../../../server/scenarios/catalogue.ts';
import { TeamCluster } from '../../../server/session/team-cluster.ts';
import { createSimulation } from '../../../shared/session/create.ts';

function aCluster() {
  const setup = setupFor(must(readCatalogue().get('sandbox'), 'scenario'), { seed: 1, registryNamespace: 'maple' });
  const stored: LogEntry[] = [];
  const cluster = new TeamCluster({ id: 'maple', name: 'Maple', setup }, createSimulation(setup), {
    appendLog: (_sequence, entry) => appendEntry(stored, entry),
    appendHash: () => undefined,
  });
  cluster.happen({ type: 'phaseChanged', phase: 'running' });
  cluster.commit();
  return { cluster, stored, setup };
}

const nothing = () => [];

/** A command of a shape that no schema lets through: its own code throws on it. */
const broken = { type: 'verb', verb: { verb: 'no such verb' } } as never;

test('SRV-71 a command that throws inside is undone and refused; the cluster goes on as its log says', () => {
  const { cluster, stored, setup } = aCluster();
  for (let count = 0; count < 25; count += 1) cluster.tick(nothing);
  cluster.commit();
  const before = cluster.hash();
  expect(cluster.submit('teacher', broken)).toMatchObject({ key: 'brokenCommand', code: 500 });
  expect([cluster.isFrozen, cluster.hash()]).toEqual([false, before]);
  cluster.tick(nothing);
  cluster.commit();
  const again = createSimulation(setup);
  for (const entry of stored) again.apply(entry);
  expect(cluster.hash()).toBe(again.hash());
});

test('SRV-71 a tick that throws freezes the cluster at its last stored input', () => {
  const { cluster } = aCluster();
  cluster.tick(nothing);
  cluster.commit();
  const before = cluster.hash();
  const throwing = () => {
    throw new Error('a bug of ours');
  };
  expect(cluster.tick(throwing)).toBe(false);
  expect([cluster.isFrozen, cluster.hash()]).toEqual([true, before]);
  expect(cluster.submit('teacher', broken)).toMatchObject({ key: 'frozen' });
  expect(cluster.tick(nothing)).toBe(false);
});

test('SRV-20 who comes at once shares one snapshot; with the log after it, it is the state of now', () => {
  const { cluster } = aCluster();
  const first = cluster.snapshot().snapshot;
  for (let count = 0; count < 10; count += 1) {
    cluster.happen({ type: 'playerJoined', player: `player${count}00`, nickname: 'Brave Otter' });
    cluster.commit();
    const { snapshot, log } = cluster.snapshot();
    expect(snapshot).toBe(first);
    const mirror = decodeSnapshot(gunzipSync(snapshot.data).toString('utf8'));
    expect(log?.from).toBe(mirror.store.sequence);
    for (const entry of log?.entries ?? []) mirror.apply(entry);
    expect(mirror.hash()).toBe(cluster.hash());
  }
  for (let count = 0; count < 61; count += 1) cluster.tick(nothing);
  cluster.commit();
  expect(cluster.snapshot().snapshot).not.toBe(first);
  expect(cluster.snapshot().log).toBeNull();
});

test('SRV-10 what a transaction did not store is undone', () => {
  const { cluster } = aCluster();
  const before = cluster.hash();
  cluster.tick(nothing);
  expect(cluster.hash()).not.toBe(before);
  cluster.rollback();
  expect(cluster.hash()).toBe(before);
  expect(cluster.commit().log).toBeNull();
});
