// What the collectors carry away, what is found in the store, and what is lost.
import { expect, test } from 'vitest';
import { must } from '../../../shared/base/assert.ts';
import { keyOf } from '../../../shared/api/meta.ts';
import { fluentdManifests } from '../../../shared/cluster/addons/fluentd.ts';
import { beginFault } from '../../../shared/cluster/faults/begin.ts';
import { COLLECTOR_BUFFER_LINES, collectorOf, withLines } from '../../../shared/cluster/logging/collector.ts';
import { FLUSH_TICKS, RETENTION_TICKS } from '../../../shared/cluster/logging/log-collectors.ts';
import { LOG_STORE_START_TICKS } from '../../../shared/cluster/logging/log-store.ts';
import { queryLogs } from '../../../shared/cluster/logging/query-logs.ts';
import { readLogs } from '../../../shared/cluster/logging/read-logs.ts';
import { Simulation } from '../../../shared/session/simulation.ts';
import { act, aDeployment, aPod, aSetup, run, startedSimulation } from '../../support/builders.ts';
import { CRASH, aTalkingTown, deleteCollector, isOfWeb, stored, texts } from '../../support/talking-town.ts';

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

test('LOG-7 a gap lasts until somebody reads again, also where older lines of who lives on are found then', () => {
  const simulation = aTalkingTown();
  const { store } = simulation;
  beginFault(store, 'collector-down', 'node-1');
  const fromTick = store.tick;
  run(simulation, 8);
  act(store, { verb: 'apply', manifest: aPod('short', { image: 'house:1' }) });
  run(simulation, 20);
  act(store, { verb: 'delete', kind: 'Pod', key: 'default/short', gracePeriodSeconds: 0 });
  run(simulation, 8);
  deleteCollector(store);
  run(simulation, 40);
  const toTick = collectorOf(store, 'node-1').sinceTick;
  const tickOfOldest = Math.min(...queryLogs(store, { sinceTick: fromTick + 1 }).lines.map(({ tick }) => tick));
  expect(tickOfOldest).toBeLessThan(toTick - 20);
  expect(stored(store, { pod: 'default/short' })).toEqual([]);
  expect(queryLogs(store).gaps).toEqual([{ nodeName: 'node-1', fromTick, toTick, droppedLines: 0 }]);
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
