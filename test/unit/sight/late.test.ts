import { describe, expect, test } from 'vitest';
import { must } from '../../../shared/base/assert.ts';
import { isNodeReady } from '../../../shared/api/node.ts';
import { isPodActive } from '../../../shared/api/pod.ts';
import { leaderOf, type LedComponent } from '../../../shared/cluster/plane/leaders.ts';
import { makeLate } from '../../../shared/cluster/sight/sight.ts';
import { viewOf } from '../../../shared/cluster/sight/stale-view.ts';
import { executeVerb } from '../../../shared/cluster/verbs/execute.ts';
import { describeDifference } from '../../../shared/store/snapshot.ts';
import { Simulation } from '../../../shared/session/simulation.ts';
import { act, aDeployment, aPod, aSetup, join, playVerb, run, startedSimulation } from '../../support/builders.ts';
import { aTownHall, deploymentOf, events, pods, replicaSets, settle } from '../../support/town-hall.ts';

const manifests = [aDeployment('hut', { replicas: 3 })];

function aTown(nodes = 2): Simulation {
  return run(startedSimulation(aSetup({ nodes, manifests })), 60);
}

const apply = (simulation: Simulation, name: string, cpu: string) =>
  playVerb(simulation, 'teacher', { verb: 'apply', manifest: aPod(name, { cpu }) as never });

const restartLeader = (simulation: Simulation, component: LedComponent) =>
  playVerb(simulation, 'teacher', {
    verb: 'restartComponent',
    component: must(leaderOf(simulation.store, component), component).key,
  });

const nodeOf = (simulation: Simulation, name: string) => simulation.store.get('Pod', `default/${name}`)?.spec.nodeName;

describe('a late controller manager', () => {
  test('SIGHT-4 learns of a wish only with the next bundle of news', () => {
    const { world, tick } = aTownHall({ manifests });
    tick(5);
    settle(world);
    tick(2);
    makeLate(world, 'controller-manager', 20);
    act(world, { verb: 'scale', deployment: 'default/hut', replicas: 6 });
    tick(19);
    expect(pods(world).length).toBe(3);
    tick(45);
    expect(pods(world).length).toBe(6);
  });

  test('SIGHT-7 does not make the same pods again before it has seen them', () => {
    const { world, tick } = aTownHall({ manifests });
    makeLate(world, 'controller-manager', 3);
    tick(4);
    makeLate(world, 'controller-manager', 200);
    tick(150);
    expect(pods(world).filter(isPodActive).length).toBeLessThanOrEqual(3);
    const set = must(replicaSets(world)[0], 'set');
    const seen = viewOf(world, 'controller-manager');
    expect(seen.by('podsByController', set.metadata.uid).length).toBe(pods(world).length);
  });

  test('SIGHT-7 after five minutes it no longer counts on them, and makes them again', () => {
    const { world, tick } = aTownHall({ manifests });
    tick(1);
    // The deployment's set is there; its pods come while the watch sleeps.
    for (const pod of pods(world)) world.remove('Pod', `default/${pod.metadata.name}`);
    makeLate(world, 'controller-manager', 1000);
    tick(299);
    const expected = pods(world).length;
    tick(10);
    expect(expected).toBe(3);
    expect(pods(world).length).toBe(6);
  });

  test('SIGHT-5 an update made from an old version is refused, and nothing is half done', () => {
    const { world, tick } = aTownHall({ manifests });
    tick(5);
    settle(world);
    tick(2);
    makeLate(world, 'controller-manager', 30);
    const set = must(replicaSets(world)[0], 'set');
    world.put({ ...set, metadata: { ...set.metadata, labels: { ...set.metadata.labels, touched: 'yes' } } });
    const { revision } = world;
    const verb = { verb: 'scaleReplicaSet', replicaSet: `default/${set.metadata.name}`, replicas: 5 } as const;
    const actor = { type: 'component', name: 'deployment-controller' } as const;
    expect(executeVerb(world, actor, verb, 'controller-manager')).toMatchObject({ code: 409, key: 'objectModified' });
    expect(world.revision).toBe(revision);
    tick(31);
    expect(executeVerb(world, actor, verb, 'controller-manager')).toBeNull();
  });

  test('SIGHT-10 FAULT-27 hears of heartbeats so late that it takes living nodes for dead, and then thinks better of it', () => {
    const simulation = aTown();
    simulation.apply(['e', { type: 'faultBegan', fault: 'watch-lag', target: 'controller-manager' }]);
    let lost = 0;
    for (let tick = 0; tick < 60; tick += 1) {
      run(simulation, 1);
      lost += [...simulation.store.list('Node')].filter((node) => !isNodeReady(node)).length;
    }
    expect(lost).toBeGreaterThan(0);
    expect(events(simulation.store, 'NodeNotReady').length).toBeGreaterThan(0);
    expect(restartLeader(simulation, 'controller-manager')).toBeNull();
    run(simulation, 60);
    expect(simulation.store.count('Sight')).toBe(0);
    expect([...simulation.store.list('Node')].every(isNodeReady)).toBe(true);
    expect([...simulation.store.list('Fault')].map(({ healedTick }) => healedTick)).not.toContain(null);
    expect(deploymentOf(simulation.store, 'hut').status.availableReplicas).toBe(3);
  });
});

describe('a late scheduler', () => {
  test('SIGHT-8 counts on what it has bound itself, and gives no room away twice', () => {
    const simulation = aTown(1);
    apply(simulation, 'big', '1500m');
    makeLate(simulation.store, 'scheduler', 100);
    // It has heard of both, and of nothing after.
    apply(simulation, 'late', '1500m');
    run(simulation, 101);
    const bound = ['big', 'late'].filter((name) => (nodeOf(simulation, name) ?? null) !== null);
    expect(bound).toHaveLength(1);
    run(simulation, 5);
    expect(['big', 'late'].filter((name) => (nodeOf(simulation, name) ?? null) !== null)).toHaveLength(1);
  });

  test('SIGHT-9 gives away room that another took meanwhile, and the kubelet turns the pod away', () => {
    const simulation = aTown(1);
    const { store } = simulation;
    apply(simulation, 'mine', '1500m');
    makeLate(store, 'scheduler', 50);
    apply(simulation, 'other', '1500m');
    const other = must(store.get('Pod', 'default/other'), 'other');
    // Bound past the scheduler, as a second one would do it.
    store.put({ ...other, spec: { ...other.spec, nodeName: 'node-1' } });
    run(simulation, 20);
    expect(nodeOf(simulation, 'mine')).toBe('node-1');
    expect(store.get('Pod', 'default/mine')?.status).toMatchObject({ phase: 'Failed', reason: 'OutOfcpu' });
  });
});

describe('people', () => {
  test('SIGHT-6 a player acts by what the own seat sees; a deleted pod is not found, a bound one refused', () => {
    const simulation = run(startedSimulation(aSetup({ nodes: 2, startMode: 'hand' })), 2);
    const player = join(simulation, ['scheduler']);
    const { store } = simulation;
    apply(simulation, 'a', '100m');
    apply(simulation, 'b', '100m');
    makeLate(store, 'scheduler', 60);
    store.remove('Pod', 'default/a');
    playVerb(simulation, 'teacher', { verb: 'bind', pod: 'default/b', node: 'node-1' });
    expect(viewOf(store, 'scheduler').by('podsByNode', '')).toEqual(['default/a', 'default/b']);
    expect(playVerb(simulation, player, { verb: 'bind', pod: 'default/a', node: 'node-1' })).toMatchObject({
      code: 404,
    });
    expect(playVerb(simulation, player, { verb: 'bind', pod: 'default/b', node: 'node-2' })).toMatchObject({
      code: 409,
      key: 'podBound',
    });
  });

  test('SIGHT-11 only who holds the seat restarts a kubelet, and only a late one', () => {
    const simulation = aTown();
    const player = join(simulation, ['kubelet/node-1']);
    const restart = (node: string) => playVerb(simulation, player, { verb: 'restartKubelet', node });
    expect(restart('node-2')).toMatchObject({ key: 'notYourNode' });
    expect(restart('node-1')).toMatchObject({ key: 'watchIsWell' });
    makeLate(simulation.store, 'kubelet/node-1', 60);
    expect(restart('node-1')).toBeNull();
    expect(restart('node-1')).toMatchObject({ key: 'processStarting' });
    run(simulation, 7);
    expect(simulation.store.count('Sight')).toBe(0);
  });
});

test('SIGHT-12 restored at every tick, a late process makes the same mistakes', () => {
  const straight = aTown();
  let restored = Simulation.open(straight.frame());
  const drama: Readonly<Record<number, (simulation: Simulation) => void>> = {
    2: (simulation) =>
      simulation.apply(['e', { type: 'faultBegan', fault: 'watch-lag', target: 'controller-manager' }]),
    5: (simulation) => apply(simulation, 'a', '100m'),
    6: (simulation) => simulation.apply(['e', { type: 'faultBegan', fault: 'watch-lag', target: 'scheduler' }]),
    8: (simulation) => playVerb(simulation, 'teacher', { verb: 'scale', deployment: 'default/hut', replicas: 5 }),
    20: (simulation) => simulation.apply(['e', { type: 'faultBegan', fault: 'node-partition', target: 'node-2' }]),
    30: (simulation) =>
      playVerb(simulation, 'teacher', {
        verb: 'setImage',
        deployment: 'default/hut',
        container: 'app',
        image: 'hut:2.0',
      }),
    100: (simulation) => playVerb(simulation, 'teacher', { verb: 'repairLink', node: 'node-2' }),
    120: (simulation) => restartLeader(simulation, 'controller-manager'),
  };
  for (let tick = 0; tick < 180; tick += 1) {
    for (const simulation of [straight, restored]) {
      drama[tick]?.(simulation);
      run(simulation, 1);
    }
    restored = Simulation.open(restored.frame());
    expect(describeDifference(restored.frame(), straight.frame()), `tick ${tick}`).toBeNull();
    expect(restored.hash(), `tick ${tick}`).toBe(straight.hash());
  }
}, 60_000);
