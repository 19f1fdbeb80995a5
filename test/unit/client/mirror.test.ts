import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { must } from '../../../shared/base/assert.ts';
import { encodeSnapshot, type SnapshotMessage } from '../../../shared/protocol/snapshot-message.ts';
import type { LogEntry } from '../../../shared/session/log.ts';
import type { Simulation } from '../../../shared/session/simulation.ts';
import { Mirror } from '../../../client/connection/mirror.ts';
import { aSetup, startedSimulation } from '../../support/builders.ts';

function snapshotOf(simulation: Simulation): SnapshotMessage {
  const data = new Uint8Array(gzipSync(encodeSnapshot(simulation)));
  return { cluster: 'maple', sequence: simulation.store.sequence, hash: simulation.hash(), data };
}

async function mirrorOf(simulation: Simulation): Promise<Mirror> {
  const mirror = new Mirror('maple');
  await mirror.load(snapshotOf(simulation));
  return mirror;
}

/** Applies entries to the server's simulation and returns the message that tells of them. */
function logged(simulation: Simulation, entries: LogEntry[]) {
  const from = simulation.store.sequence;
  for (const entry of entries) simulation.apply(entry);
  return { cluster: 'maple', from, entries };
}

describe('mirror', () => {
  test('MIRROR-1 a snapshot and the log after it give the state and hash of the server', async () => {
    const server = startedSimulation(aSetup());
    const mirror = await mirrorOf(server);
    mirror.take(logged(server, [5, ['e', { type: 'demandChanged', service: 'default/web', rps: 7 }], 3]));
    expect(mirror.hasPartedAt(server.store.sequence, server.hash())).toBe(false);
    expect(mirror.store?.tick).toBe(server.store.tick);
  });

  test('MIRROR-2 what arrives before the snapshot is unpacked is not lost, what is known already is passed over', async () => {
    const server = startedSimulation(aSetup());
    const snapshot = snapshotOf(server);
    const mirror = new Mirror('maple');
    const loading = mirror.load(snapshot);
    mirror.take(logged(server, [4]));
    await loading;
    const again = logged(server, [6]);
    mirror.take(again);
    mirror.take(again);
    expect(mirror.hasPartedAt(server.store.sequence, server.hash())).toBe(false);
    expect(mirror.store?.sequence).toBe(server.store.sequence);
  });

  test('MIRROR-3 a gap is told, and nothing is applied', async () => {
    const server = startedSimulation(aSetup());
    const mirror = await mirrorOf(server);
    logged(server, [2]);
    const before = mirror.store?.sequence;
    expect(mirror.take(logged(server, [2]))).toBe('gap');
    expect(mirror.store?.sequence).toBe(before);
  });

  test('MIRROR-4 a state that parted is noticed, and names the object and the field', async () => {
    const server = startedSimulation(aSetup());
    // What it parts in is then all: the ledger's size, which follows from its history, was measured a moment ago.
    server.apply(2);
    const wrong = await mirrorOf(server);
    const store = must(wrong.store, 'store');
    store.put({ ...must(store.get('Registry', 'registry'), 'registry'), available: false });
    wrong.take(logged(server, [2]));
    expect(wrong.hasPartedAt(server.store.sequence, server.hash())).toBe(true);
    expect(wrong.differenceFrom(await mirrorOf(server))).toBe('Registry/registry .available: false != true');
  });
});
