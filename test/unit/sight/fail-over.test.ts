/** A new leader has its own watch: what the old one saw, and counted on, ends with it. */
import { describe, expect, test } from 'vitest';
import { must } from '../../../shared/base/assert.ts';
import { crashMachine } from '../../../shared/cluster/runtime/failures.ts';
import { leaderOf, LED_COMPONENTS } from '../../../shared/cluster/plane/leaders.ts';
import { stopComponentNow } from '../../../shared/cluster/plane/stop.ts';
import { makeLate } from '../../../shared/cluster/sight/sight.ts';
import { viewOf } from '../../../shared/cluster/sight/stale-view.ts';
import type { Simulation } from '../../../shared/session/simulation.ts';
import { act, aDeployment, aPod, aSetup, run, startedSimulation } from '../../support/builders.ts';

function aTown(): Simulation {
  return run(startedSimulation(aSetup({ nodes: 2, manifests: [aDeployment('hut', { replicas: 3 })] })), 60);
}

const nodeOf = ({ store }: Simulation, name: string) => store.get('Pod', `default/${name}`)?.spec.nodeName;
const openLags = ({ store }: Simulation) => store.by('openFaultsByType', 'watch-lag').length;
const leader = ({ store }: Simulation, component: (typeof LED_COMPONENTS)[number]) =>
  must(leaderOf(store, component), component);

describe.each(LED_COMPONENTS)('a late %s', (component) => {
  test('SIGHT-11 FAULT-27 is restarted: its picture and all that it counted on are gone', () => {
    const simulation = aTown();
    simulation.apply(['e', { type: 'faultBegan', fault: 'watch-lag', target: component }]);
    act(simulation.store, { verb: 'scale', deployment: 'default/hut', replicas: 5 });
    run(simulation, 10);
    expect([simulation.store.count('SeenObject') > 0, openLags(simulation)]).toEqual([true, 1]);
    act(simulation.store, { verb: 'restartComponent', component: leader(simulation, component).key });
    run(simulation, 1);
    expect([simulation.store.count('Sight'), simulation.store.count('SeenObject')]).toEqual([0, 0]);
    expect(openLags(simulation)).toBe(0);
    run(simulation, 60);
    expect(simulation.store.get('Deployment', 'default/hut')?.status.readyReplicas).toBe(5);
  });

  test('SIGHT-11 FAULT-27 ends, and the standby sees everything as it is', () => {
    const simulation = aTown();
    const { store } = simulation;
    simulation.apply(['e', { type: 'faultBegan', fault: 'watch-lag', target: component }]);
    const { key } = leader(simulation, component);
    stopComponentNow(store, key);
    act(store, { verb: 'apply', manifest: aPod('late') as never });
    run(simulation, 10);
    expect(leaderOf(store, component)).toBeUndefined();
    run(simulation, 10);
    expect(leader(simulation, component).key).not.toBe(key);
    expect(viewOf(store, component).get('Pod', 'default/late')).toBeDefined();
    expect(openLags(simulation)).toBe(0);
  });
});

test('LEADER-2 SIGHT-4 a stale scheduler that has ended binds nothing, by no picture', () => {
  const simulation = aTown();
  const { store } = simulation;
  makeLate(store, 'scheduler', 60);
  act(store, { verb: 'apply', manifest: aPod('late') as never });
  run(simulation, 3);
  for (const key of store.by('processesByComponent', 'scheduler')) stopComponentNow(store, key);
  run(simulation, 100);
  expect(nodeOf(simulation, 'late')).toBeNull();
  act(store, { verb: 'restartComponent', component: 'kube-scheduler-1' });
  run(simulation, 30);
  expect(nodeOf(simulation, 'late')).toMatch(/^node-/);
});

test('SIGHT-11 a machine that boots brings a kubelet whose watch is in time', () => {
  const simulation = aTown();
  const { store } = simulation;
  makeLate(store, 'kubelet/node-1', 10_000);
  crashMachine(store, 'node-1');
  run(simulation, 5);
  expect(store.count('Sight')).toBe(1);
  act(store, { verb: 'reboot', node: 'node-1' });
  run(simulation, 100);
  expect(store.get('Machine', 'node-1')?.power).toBe('on');
  expect(store.count('Sight')).toBe(0);
});

test('SIGHT-2 while the API server is away no news comes; when it is back all of it is heard', () => {
  const simulation = aTown();
  const { store } = simulation;
  makeLate(store, 'kubelet/node-1', 5);
  act(store, { verb: 'delete', kind: 'Deployment', key: 'default/hut' });
  for (const key of store.by('processesByComponent', 'api-server')) stopComponentNow(store, key);
  run(simulation, 40);
  expect(viewOf(store, 'kubelet/node-1').revision).toBeLessThan(store.revision);
  const { sinceTick } = must(store.get('Sight', 'kubelet/node-1'), 'sight');
  expect(sinceTick).toBe(60);
  act(store, { verb: 'restartComponent', component: 'kube-apiserver-1' });
  run(simulation, 7);
  expect(must(store.get('Sight', 'kubelet/node-1'), 'sight').sinceTick).toBeGreaterThan(60 + 40);
});
