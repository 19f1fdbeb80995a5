// What containers say, what of it lies on their node, and what the collectors carry away.
import { expect, test } from 'vitest';
import { must } from '../../../shared/base/assert.ts';
import { keyOf } from '../../../shared/api/meta.ts';
import type { Program } from '../../../shared/api/world/image.ts';
import type { LogRun, PodLog } from '../../../shared/api/world/logs.ts';
import { fluentdManifests } from '../../../shared/cluster/addons/fluentd.ts';
import { beginFault } from '../../../shared/cluster/faults/begin.ts';
import { COLLECTOR_BUFFER_LINES, collectorOf, withLines } from '../../../shared/cluster/logging/collector.ts';
import { FLUSH_TICKS, RETENTION_TICKS } from '../../../shared/cluster/logging/log-collectors.ts';
import {
  ACCESS_LINE_BYTES,
  advance,
  bytesAt,
  LOG_FILE_BYTES,
  newRun,
  rotationTick,
  write,
} from '../../../shared/cluster/logging/log-files.ts';
import { LOG_STORE_START_TICKS } from '../../../shared/cluster/logging/log-store.ts';
import { queryLogs } from '../../../shared/cluster/logging/query-logs.ts';
import { isLogRefusal, readLogs, type LogRequest } from '../../../shared/cluster/logging/read-logs.ts';
import { Simulation } from '../../../shared/session/simulation.ts';
import type { Store } from '../../../shared/store/store.ts';
import { act, aDeployment, aPod, aService, aSetup, run, startedSimulation } from '../../support/builders.ts';
import { publishHouse } from '../../support/village.ts';

const CRASH = { afterTicks: 4, code: 1, lastWords: 'panic: no tea' };

/** One node with its collector at work, one pod `web` of a house of this kind, visitors if asked for. */
function aTalkingTown(program: Partial<Program> = {}, options: { rps?: number; pod?: object } = {}): Simulation {
  const simulation = run(
    startedSimulation(aSetup({ nodes: 1, addons: ['fluentd'], manifests: [aService('web')] })),
    12,
  );
  const { store } = simulation;
  publishHouse(store, 'house:1', program);
  act(store, { verb: 'apply', manifest: aPod('web', { image: 'house:1', labels: { app: 'web' }, ...options.pod }) });
  if (options.rps) simulation.apply(['e', { type: 'demandChanged', service: 'default/web', rps: options.rps }]);
  return simulation;
}

/** The pod of the node's collector is deleted, as one does with what hangs. */
function deleteCollector(store: Store): void {
  const key = must(
    store.keys('Pod').find((name) => name.startsWith('kube-system/fluentd')),
    'collector',
  );
  expect(act(store, { verb: 'delete', kind: 'Pod', key, gracePeriodSeconds: 0 })).toBeNull();
}

const isOfWeb = ({ podKey }: PodLog): boolean => podKey === 'default/web';

const texts = (store: Store, request: Partial<LogRequest> = {}) => {
  const result = readLogs(store, { pod: 'default/web', ...request });
  return isLogRefusal(result) ? result.key : result.lines.map(({ text }) => text);
};
const stored = (store: Store, query: Parameters<typeof queryLogs>[1] = {}) =>
  queryLogs(store, query).lines.map(({ text }) => text);

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
});

test('LOG-5 LOG-8 what a pod said outlives it in the store, with its labels', () => {
  const simulation = aTalkingTown({ exit: CRASH });
  const { store } = simulation;
  run(simulation, 12);
  act(store, { verb: 'delete', kind: 'Pod', key: 'default/web' });
  run(simulation, 60);
  expect([...store.list('PodLog')].some(isOfWeb)).toBe(false);
  expect(texts(store)).toBe('notFound');
  expect(stored(store, { pod: 'default/web' })).toContain('panic: no tea');
  expect(stored(store, { labels: { app: 'web' }, text: 'PANIC' })).toContain('panic: no tea');
  expect(stored(store, { labels: { app: 'other' } })).toEqual([]);
  expect(stored(store, { sinceTick: store.tick })).toEqual([]);
  expect(queryLogs(store).gaps).toEqual([]);
});

test('LOG-8 a chunk is kept for an hour', () => {
  const simulation = aTalkingTown();
  run(simulation, 20);
  expect(simulation.store.count('LogChunk')).toBeGreaterThan(0);
  run(simulation, RETENTION_TICKS);
  expect(simulation.store.count('LogChunk')).toBe(0);
});

test('LOG-7 without a collector a dead pod takes its last words along', () => {
  const simulation = aTalkingTown({ exit: CRASH });
  const { store } = simulation;
  expect(beginFault(store, 'collector-down', 'node-1')).toBeNull();
  run(simulation, 12);
  expect(JSON.stringify([...store.list('PodLog')])).toContain('panic: no tea');
  act(store, { verb: 'delete', kind: 'Pod', key: 'default/web', gracePeriodSeconds: 0 });
  run(simulation, 10);
  deleteCollector(store);
  run(simulation, 30);
  expect(collectorOf(store, 'node-1').state).toBe('running');
  expect(stored(store, { pod: 'default/web' })).toEqual([]);
  expect(queryLogs(store).gaps).toMatchObject([{ nodeName: 'node-1', fromTick: 12 }]);
});

test('LOG-7 FAULT-23 a collector that comes back reads on where it stopped, once', () => {
  const simulation = aTalkingTown({ exit: CRASH });
  const { store } = simulation;
  run(simulation, 8);
  beginFault(store, 'collector-down', 'node-1');
  const open = () => store.by('openFaultsByType', 'collector-down').length;
  run(simulation, 12);
  expect(stored(store)).not.toContain('panic: no tea');
  expect(open()).toBe(1);
  deleteCollector(store);
  run(simulation, 12 + FLUSH_TICKS);
  expect(open()).toBe(0);
  const lines = queryLogs(store).lines.map(({ tick, text }) => `${tick} ${text}`);
  expect(lines.some((line) => line.endsWith('panic: no tea'))).toBe(true);
  expect(new Set(lines).size).toBe(lines.length);
});

test('LOG-7 a collector starts with its machine', () => {
  const simulation = aTalkingTown();
  const { store } = simulation;
  beginFault(store, 'collector-down', 'node-1');
  run(simulation, 3);
  act(store, { verb: 'reboot', node: 'node-1' });
  run(simulation, 60);
  expect(collectorOf(store, 'node-1').state).toBe('down');
  run(simulation, 60);
  expect(collectorOf(store, 'node-1').state).toBe('running');
});

test('LOG-6 a collector that is cut off keeps what it has read, and sends it later', () => {
  const simulation = aTalkingTown({ exit: CRASH });
  const { store } = simulation;
  run(simulation, 4);
  beginFault(store, 'node-partition', 'node-1');
  run(simulation, 40);
  expect(store.count('LogChunk')).toBeLessThanOrEqual(1);
  expect(collectorOf(store, 'node-1').buffer.length).toBeGreaterThan(2);
  act(store, { verb: 'repairLink', node: 'node-1' });
  run(simulation, 30);
  expect(stored(store)).toContain('panic: no tea');
});

test('LOG-6 beyond its room the oldest lines go, and the store knows how many', () => {
  const simulation = aTalkingTown();
  const { store } = simulation;
  const line = { tick: 1, podKey: 'default/a', container: 'app', stream: 'stdout' as const, labels: {} };
  const many = Array.from({ length: COLLECTOR_BUFFER_LINES + 7 }, (_, index) => ({ ...line, text: `line ${index}` }));
  run(simulation, 20);
  expect(collectorOf(store, 'node-1').buffer.length).toBe(0);
  store.put(withLines(collectorOf(store, 'node-1'), many));
  run(simulation, FLUSH_TICKS + 2);
  expect(stored(store, { text: 'line ' })[0]).toBe('line 7');
  expect(queryLogs(store).gaps).toMatchObject([{ nodeName: 'node-1', droppedLines: 7 }]);
});

test('LOG-9 restored at every tick, the logs are the same; at rest nothing is written', () => {
  const build = () => {
    const simulation = aTalkingTown({ exit: { afterTicks: 25, code: 2, lastWords: 'bye' } }, { rps: 7 });
    const manifest = aDeployment('inn', { image: 'house:1', replicas: 3, labels: { app: 'web' } });
    act(simulation.store, { verb: 'apply', manifest });
    return simulation;
  };
  const straight = run(build(), 80);
  let restored = build();
  for (let tick = 0; tick < 80; tick += 1) restored = run(Simulation.open(restored.frame()), 1);
  expect(restored.hash()).toBe(straight.hash());
  const quiet = run(aTalkingTown({}, { rps: 5 }), 40);
  const before = [...quiet.store.list('PodLog'), ...quiet.store.list('LogCollector')];
  run(quiet, 60);
  expect(
    [...quiet.store.list('PodLog'), ...quiet.store.list('LogCollector')].every((now, index) => now === before[index]),
  ).toBe(true);
  expect(keyOf(must(quiet.store.get('Pod', 'default/web'), 'web').metadata)).toBe('default/web');
});

test('LOG-10 a node that the DaemonSet’s pods do not tolerate has no collector, and its dead take their words along', () => {
  const simulation = aTalkingTown({ exit: CRASH });
  const { store } = simulation;
  const set = must(store.get('DaemonSet', 'kube-system/fluentd'), 'fluentd');
  const { template } = set.spec;
  const fearful = { ...template, spec: { ...template.spec, tolerations: [] } };
  store.put({ ...set, spec: { ...set.spec, template: fearful } });
  act(store, { verb: 'taintNode', node: 'node-1', key: 'moat', effect: 'NoExecute' });
  act(store, { verb: 'delete', kind: 'Pod', key: 'default/web', gracePeriodSeconds: 0 });
  run(simulation, 40);
  expect(collectorOf(store, 'node-1').state).toBe('down');
  const tolerations = [{ key: 'moat', operator: 'Exists' as const }];
  act(store, { verb: 'apply', manifest: aPod('web', { image: 'house:1', tolerations }) });
  run(simulation, 15);
  act(store, { verb: 'delete', kind: 'Pod', key: 'default/web', gracePeriodSeconds: 0 });
  act(store, { verb: 'untaintNode', node: 'node-1', key: 'moat', effect: 'NoExecute' });
  run(simulation, 40);
  expect(collectorOf(store, 'node-1').state).toBe('running');
  expect(stored(store, { text: 'panic' })).toEqual([]);
  expect(queryLogs(store).gaps).toHaveLength(1);
});

test('LOG-10 the first collector of a node reads all that lies there, without a gap', () => {
  const simulation = startedSimulation(aSetup({ nodes: 1 }));
  const { store } = simulation;
  act(store, { verb: 'apply', manifest: aPod('web') });
  run(simulation, 20);
  expect([collectorOf(store, 'node-1').state, stored(store)]).toEqual(['never', []]);
  for (const manifest of fluentdManifests()) act(store, { verb: 'apply', manifest });
  run(simulation, 40);
  expect(stored(store, { pod: 'default/web' })).toContain('hut: starting');
  expect(queryLogs(store).gaps).toEqual([]);
});

test('LOG-11 FAULT-25 while the store is down nothing is found; what the buffer had no room for is a gap', () => {
  const simulation = aTalkingTown();
  const { store } = simulation;
  run(simulation, 20);
  expect(stored(store, { text: 'listening' })).toHaveLength(1);
  expect(beginFault(store, 'log-store-down', '')).toBeNull();
  expect(queryLogs(store)).toEqual({ isDown: true, lines: [], gaps: [] });
  const line = { tick: store.tick, podKey: 'default/a', container: 'app', stream: 'stdout' as const, labels: {} };
  const many = Array.from({ length: COLLECTOR_BUFFER_LINES + 3 }, (_, index) => ({ ...line, text: `line ${index}` }));
  store.put(withLines(collectorOf(store, 'node-1'), many));
  run(simulation, 40);
  expect(collectorOf(store, 'node-1').buffer).toHaveLength(COLLECTOR_BUFFER_LINES);
  expect(store.by('openFaultsByType', 'log-store-down')).toHaveLength(1);
  expect(act(store, { verb: 'restartLogStore' })).toBeNull();
  expect(act(store, { verb: 'restartLogStore' })).toMatchObject({ key: 'logStoreStarting' });
  run(simulation, LOG_STORE_START_TICKS + FLUSH_TICKS + 1);
  expect(act(store, { verb: 'restartLogStore' })).toMatchObject({ key: 'logStoreUp' });
  expect(stored(store, { text: 'line ' })[0]).toBe('line 3');
  expect(stored(store, { text: 'listening' })).toHaveLength(1);
  expect(queryLogs(store).gaps).toMatchObject([{ droppedLines: 3 }]);
  expect(store.by('openFaultsByType', 'log-store-down')).toEqual([]);
});

test('LOG-12 who talks without end drives out its own words; what was collected in time is kept', () => {
  const simulation = aTalkingTown({ logsBytesPerTick: 2 * 2 ** 20 });
  const { store } = simulation;
  run(simulation, 60);
  expect(readLogs(store, { pod: 'default/web' })).toMatchObject({ lines: [], isCut: true });
  expect(JSON.stringify([...store.list('PodLog')])).not.toContain('house: starting');
  expect(stored(store)).toContain('house: starting');
});

test('FAULT-26 log-flood fills the disk of its node until it is rolled back', () => {
  const simulation = startedSimulation(aSetup({ nodes: [{ name: 'node-1', diskBytes: 6 * 2 ** 30 }] }));
  const { store } = simulation;
  act(store, { verb: 'apply', manifest: aDeployment('web', { replicas: 1 }) });
  run(simulation, 15);
  expect(beginFault(store, 'log-flood', 'default/web')).toBeNull();
  run(simulation, 100);
  const pressed = () => store.get('Node', 'node-1')?.status.conditions.find(({ type }) => type === 'DiskPressure');
  expect(pressed()?.status).toBe('True');
  expect(act(store, { verb: 'undoRollout', deployment: 'default/web' })).toBeNull();
  run(simulation, 5);
  expect(store.by('openFaultsByType', 'log-flood')).toEqual([]);
});
