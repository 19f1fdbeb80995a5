// What containers say, and what of it lies on their node.
import { expect, test } from 'vitest';
import { must } from '../../../shared/base/assert.ts';
import type { LogRun } from '../../../shared/api/world/logs.ts';
import { beginFault } from '../../../shared/cluster/faults/begin.ts';
import {
  ACCESS_LINE_BYTES,
  advance,
  bytesAt,
  LOG_FILE_BYTES,
  newRun,
  rotationTick,
  write,
} from '../../../shared/cluster/logging/log-files.ts';
import { isLogRefusal, readLogs } from '../../../shared/cluster/logging/read-logs.ts';
import { run } from '../../support/builders.ts';
import { CRASH, aTalkingTown, isOfWeb, stored, texts } from '../../support/talking-town.ts';

test('LOG-1 a container says that it starts, that it answers, and how many requests it serves', () => {
  const simulation = aTalkingTown({}, { rps: 12 });
  run(simulation, 20);
  expect(texts(simulation.store)).toEqual([
    'house: starting',
    'house: listening on :8080',
    'house: 12 requests served in the last second',
  ]);
});

test('LOG-1 failures are told as such, and small changes are not told', () => {
  const simulation = aTalkingTown({ capacityRps: 20 }, { rps: 18 });
  run(simulation, 20);
  const demand = (demandRps: number) =>
    simulation.apply(['e', { type: 'demandChanged', service: 'default/web', rps: demandRps }]);
  demand(20);
  run(simulation, 5);
  demand(50);
  run(simulation, 5);
  const result = readLogs(simulation.store, { pod: 'default/web' });
  expect(isLogRefusal(result) ? [] : result.lines.slice(2).map(({ stream, text }) => [stream, text])).toEqual([
    ['stdout', 'house: 18 requests served in the last second'],
    ['stderr', 'house: 20 requests served in the last second, 30 failed'],
  ]);
});

test('LOG-1 LOG-2 last words, and those of the run before', () => {
  const simulation = aTalkingTown({ exit: CRASH });
  run(simulation, 60);
  expect(texts(simulation.store)).toEqual(['house: starting', 'house: listening on :8080', 'panic: no tea']);
  expect(texts(simulation.store, { previous: true })).toEqual(texts(simulation.store));
  const log = must([...simulation.store.list('PodLog')].find(isOfWeb), 'log').containers['app'];
  expect(log?.previous?.startedTick).toBeLessThan(log?.current.startedTick ?? 0);
});

test('LOG-1 whom the kernel kills has no words of its own', () => {
  const limited = { pod: { memoryLimit: '32Mi' } };
  const simulation = aTalkingTown({ leakBytesPerTick: 4 * 2 ** 20 }, limited);
  run(simulation, 12);
  expect(texts(simulation.store).at(-1)).toBe('Killed');
});

test('LOG-3 files are closed by size, and the fifth before goes with its lines', () => {
  const busy: LogRun = { ...write(newRun(0), 0, [{ stream: 'stdout', text: 'first' }]), served: 100 };
  const perTick = 100 * ACCESS_LINE_BYTES;
  const full = must(rotationTick(busy) ?? undefined, 'rotation');
  expect(bytesAt(busy, full - 1)).toBeLessThan(LOG_FILE_BYTES);
  expect(bytesAt(busy, full)).toBeGreaterThanOrEqual(LOG_FILE_BYTES);
  const later = Math.ceil((4.5 * LOG_FILE_BYTES) / perTick);
  expect(advance(busy, later).lines).toHaveLength(1);
  expect(advance(busy, later + Math.ceil(LOG_FILE_BYTES / perTick)).lines).toHaveLength(0);
  expect(rotationTick({ ...busy, served: 0 })).toBeNull();
});

test('LOG-3 LOG-4 only the newest file is shown', () => {
  const simulation = aTalkingTown({ capacityRps: 100_000 }, { rps: 20_000 });
  run(simulation, 20);
  const result = readLogs(simulation.store, { pod: 'default/web' });
  expect(result).toMatchObject({ lines: [], isCut: true });
  expect(stored(simulation.store)).toContain('house: starting');
});

test('LOG-4 refusals are those of the real ones', () => {
  const simulation = aTalkingTown();
  const { store } = simulation;
  expect(texts(store, { pod: 'default/nobody' })).toBe('notFound');
  expect(texts(store)).toBe('logsNotStarted');
  expect(texts(store, { container: 'cellar' })).toBe('logsNoContainer');
  run(simulation, 20);
  expect(texts(store, { previous: true })).toBe('logsNoPrevious');
  beginFault(store, 'node-partition', 'node-1');
  expect(texts(store)).toBe('logsUnreachable');
  expect(readLogs(store, { pod: 'default/web' })).toMatchObject({ message: expect.stringContaining('i/o timeout') });
  const other = aTalkingTown();
  run(other, 20);
  beginFault(other.store, 'kubelet-down', 'node-1');
  expect(readLogs(other.store, { pod: 'default/web' })).toMatchObject({
    key: 'logsUnreachable',
    message: expect.stringContaining('connect: connection refused'),
  });
});
