// The scheduling queue: back-off figures, and pods that wait in real worlds.
import { describe, expect, test } from 'vitest';
import { must } from '../../../shared/base/assert.ts';
import type { Pod } from '../../../shared/api/pod.ts';
import type { QueuedPod } from '../../../shared/api/world/seat.ts';
import { backoffOf, leftoverFlushTick } from '../../../shared/cluster/scheduler/backoff.ts';
import { activeQueue } from '../../../shared/cluster/scheduler/active-queue.ts';
import type { Simulation } from '../../../shared/session/simulation.ts';
import { act, aNode, aSetup, join, podOf, run, startedSimulation, storedPod } from '../../support/builders.ts';

const entry = (simulation: Simulation, name: string): QueuedPod | undefined =>
  simulation.store.get('QueuedPod', `default/${name}`);

/** One node of 1000m, full; `late` waits. */
function fullTown(): Simulation {
  const simulation = startedSimulation(aSetup({ nodes: [{ name: 'n', cpuMilli: 1000 }] }));
  storedPod(simulation.store, 'early', { node: 'n', cpu: '1', phase: 'Running' });
  storedPod(simulation.store, 'late', { cpu: '600m' });
  return run(simulation, 1);
}

test('SCHED-4 the wait doubles from 1 s to 10 s', () => {
  expect([0, 1, 2, 3, 4, 5, 6, 99].map((failures) => backoffOf(failures))).toEqual([0, 1, 2, 4, 8, 10, 10, 10]);
});

test('SCHED-6 leftovers go at the first half minute after more than 300 s', () => {
  expect([0, 1, 29, 30, 31].map(leftoverFlushTick)).toEqual([330, 330, 330, 360, 360]);
});

describe('SCHED-1 entering and leaving', () => {
  test('SCHED-1 by hand, a new pod stands in the active queue; bound, it has left at once', () => {
    const simulation = startedSimulation(aSetup({ startMode: 'hand' }));
    join(simulation, ['scheduler']);
    storedPod(simulation.store, 'a');
    run(simulation, 3);
    expect(entry(simulation, 'a')).toMatchObject({ state: 'active', attempts: 0, sinceTick: 1, untilTick: null });
    expect(act(simulation.store, { verb: 'bind', pod: 'default/a', node: 'node-1' })).toBeNull();
    expect(entry(simulation, 'a')).toBeUndefined();
    run(simulation, 1);
    expect(entry(simulation, 'a')).toBeUndefined();
  });

  test('SCHED-1 what was tried in vain is no matter of the next pod with that name', () => {
    const simulation = fullTown();
    simulation.store.remove('Pod', 'default/late');
    storedPod(simulation.store, 'late', { cpu: '700m' });
    run(simulation, 1);
    expect(entry(simulation, 'late')).toMatchObject({ attempts: 1, sinceTick: 2 });
    expect(podOf(simulation.store, 'late').status.conditions).toMatchObject([{ reason: 'Unschedulable' }]);
  });

  test('SCHED-1 a pod that goes leaves the queue', () => {
    const simulation = fullTown();
    expect(entry(simulation, 'late')?.state).toBe('unschedulable');
    simulation.store.remove('Pod', 'default/late');
    run(simulation, 1);
    expect(entry(simulation, 'late')).toBeUndefined();
  });
});

test('SCHED-2 the active queue goes by time, then by name', () => {
  const simulation = startedSimulation(aSetup({ startMode: 'hand' }));
  join(simulation, ['scheduler']);
  storedPod(simulation.store, 'z');
  run(simulation, 1);
  storedPod(simulation.store, 'b');
  storedPod(simulation.store, 'a');
  run(simulation, 1);
  expect(activeQueue(simulation.store)).toEqual(['default/z', 'default/a', 'default/b']);
});

test('SCHED-3 a pod that fits nowhere says so in condition, event and queue', () => {
  const simulation = fullTown();
  const message =
    '0/1 nodes are available: 1 Insufficient cpu. no new claims to deallocate, preemption: ' +
    '0/1 nodes are available: 1 No preemption victims found for incoming pod.';
  expect(podOf(simulation.store, 'late').status).toMatchObject({
    phase: 'Pending',
    conditions: [{ type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message }],
  });
  expect(entry(simulation, 'late')).toMatchObject({ attempts: 1, sinceTick: 1, untilTick: 330, message });
  const events = [...simulation.store.list('Event')];
  expect(events.filter((event) => event.reason === 'FailedScheduling')).toMatchObject([
    { type: 'Warning', message, source: 'default-scheduler', count: 1, involvedObject: { name: 'late' } },
  ]);
});

describe('SCHED-5 what may help', () => {
  test.each<[string, (simulation: Simulation) => void]>([
    ['a pod is deleted', ({ store }) => store.remove('Pod', 'default/early')],
    [
      'a pod is over',
      ({ store }) =>
        void store.put<Pod>({
          ...podOf(store, 'early'),
          status: { ...podOf(store, 'early').status, phase: 'Failed' },
        }),
    ],
    ['a node comes', ({ store }) => void aNode(store, 'o')],
    ['a node grows', ({ store }) => void aNode(store, 'n', { allocatable: { cpuMilli: 1600 } })],
  ])('SCHED-5 when %s, the pod is tried again', (_, help) => {
    const simulation = run(fullTown(), 5);
    expect(podOf(simulation.store, 'late').spec.nodeName).toBeNull();
    help(simulation);
    run(simulation, 1);
    expect(podOf(simulation.store, 'late').spec.nodeName).not.toBeNull();
  });

  test('SCHED-5 what helps another does not wake it', () => {
    const simulation = run(fullTown(), 5);
    aNode(simulation.store, 'n', { allocatable: { cpuMilli: 1500 } });
    run(simulation, 5);
    expect(entry(simulation, 'late')).toMatchObject({ state: 'unschedulable', attempts: 1 });
  });

  test('SCHED-5 an opened node wakes who it kept out', () => {
    const simulation = startedSimulation(aSetup({ nodes: ['n'] }));
    act(simulation.store, { verb: 'cordon', node: 'n', unschedulable: true });
    storedPod(simulation.store, 'late');
    run(simulation, 3);
    expect(entry(simulation, 'late')?.message).toContain('1 node(s) were unschedulable.');
    act(simulation.store, { verb: 'cordon', node: 'n', unschedulable: false });
    run(simulation, 1);
    expect(podOf(simulation.store, 'late').spec.nodeName).toBe('n');
  });
});

test.each([
  [1, 1],
  [2, 2],
  [3, 4],
  [4, 8],
  [5, 10],
  [9, 10],
])('SCHED-7 after %i failures, help that comes at once is used %i s after the last', (attempts, wait) => {
  const simulation = fullTown();
  const { store } = simulation;
  store.put({ ...must(entry(simulation, 'late'), 'late'), attempts });
  store.remove('Pod', 'default/early');
  run(simulation, wait - 1);
  expect(podOf(store, 'late').spec.nodeName).toBeNull();
  if (wait > 1)
    expect(entry(simulation, 'late')).toMatchObject({ state: 'backoff', sinceTick: 1, untilTick: 1 + wait });
  run(simulation, 1);
  expect(podOf(store, 'late').spec.nodeName).toBe('n');
});

test('SCHED-6 a leftover is tried again although nothing helped', () => {
  const simulation = run(fullTown(), 328);
  expect(entry(simulation, 'late')).toMatchObject({ attempts: 1 });
  run(simulation, 1);
  expect(simulation.store.tick).toBe(330);
  expect(entry(simulation, 'late')).toMatchObject({
    state: 'unschedulable',
    attempts: 2,
    sinceTick: 330,
    untilTick: 660,
  });
});
