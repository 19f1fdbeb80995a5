// What brings pods back that were set aside, where there is room to be made or nobody to wait for.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyOf } from '../../../shared/api/meta.ts';
import { podCondition, type Pod } from '../../../shared/api/pod.ts';
import { must } from '../../../shared/base/assert.ts';
import { clusterInfo } from '../../../shared/cluster/scheduler/cluster-info.ts';
import { isHelpedBy } from '../../../shared/cluster/scheduler/help.ts';
import { schedulingQueue } from '../../../shared/cluster/scheduler/queue.ts';
import { queueingHints } from '../../../shared/cluster/scheduler/queueing-hints.ts';
import { scheduler } from '../../../shared/cluster/scheduler/scheduler.ts';
import { Driver } from '../../../shared/session/driver.ts';
import { Simulation } from '../../../shared/session/simulation.ts';
import { Store } from '../../../shared/store/store.ts';
import {
  act,
  aNode,
  aSetup,
  aWorld,
  join,
  playVerb,
  podOf,
  run,
  startedSimulation,
  storedPod,
  type PodOptions,
} from '../../support/builders.ts';
import { aCrowdedNode, aFullNode } from '../../support/full-node.ts';
import { throughText } from '../../support/through-text.ts';

describe('SCHED-5 a pod that could make room is tried again when', () => {
  const isNominated = ({ store }: Simulation) => podOf(store, 'vip').status.nominatedNodeName === 'n';

  test('SCHED-5 a full node of the less important is opened', () => {
    const simulation = aCrowdedNode();
    act(simulation.store, { verb: 'cordon', node: 'n', unschedulable: true });
    run(simulation, 30);
    expect(isNominated(simulation)).toBe(false);
    act(simulation.store, { verb: 'cordon', node: 'n', unschedulable: false });
    run(simulation, 3);
    expect(isNominated(simulation)).toBe(true);
  });

  test('SCHED-5 one who kept the rest of the room leaves', () => {
    const simulation = startedSimulation(aSetup({ nodes: [{ name: 'n', cpuMilli: 1000 }] }));
    const { store } = simulation;
    const here = { node: 'n', phase: 'Running', ready: true } as const;
    storedPod(store, 'boss', { ...here, cpu: '500m', priority: 1000 });
    storedPod(store, 'low', { ...here, cpu: '400m', priority: 1 });
    storedPod(store, 'vip', { cpu: '900m', priority: 100 });
    run(simulation, 30);
    expect(isNominated(simulation)).toBe(false);
    store.remove('Pod', 'default/boss');
    run(simulation, 1);
    expect(isNominated(simulation)).toBe(true);
  });

  test('SCHED-5 it tolerates what kept it out', () => {
    const simulation = aFullNode();
    act(simulation.store, { verb: 'taintNode', node: 'n', key: 'wet', value: '', effect: 'NoSchedule' });
    storedPod(simulation.store, 'vip', { cpu: '400m', priority: 100 });
    run(simulation, 30);
    expect(isNominated(simulation)).toBe(false);
    const vip = podOf(simulation.store, 'vip');
    const tolerations = [
      ...vip.spec.tolerations,
      { key: 'wet', operator: 'Exists' as const, value: '', effect: 'NoSchedule' as const },
    ];
    simulation.store.put({ ...vip, spec: { ...vip.spec, tolerations } });
    run(simulation, 1);
    expect(isNominated(simulation)).toBe(true);
  });

  test('SCHED-5 by hand, nobody makes the room that there could be, restored or not', () => {
    const simulation = aCrowdedNode({}, 'hand');
    const player = join(simulation, ['scheduler']);
    run(simulation, 1);
    expect(playVerb(simulation, player, { verb: 'reportUnschedulable', pod: 'default/vip' })).toBeNull();
    expect(simulation.store.get('QueuedPod', 'default/vip')).toMatchObject({ state: 'backoff', attempts: 1 });
    const restored = Simulation.open(throughText(simulation.frame()));
    for (const one of [simulation, restored]) run(one, 3);
    expect(simulation.store.get('QueuedPod', 'default/vip')).toMatchObject({ state: 'active', attempts: 1 });
    expect(restored.hash()).toBe(simulation.hash());
  });

  test('SCHED-5 KUBELET-42 who was promised a node that somebody leaves waits for that, restored or not', () => {
    const simulation = run(aFullNode(), 5);
    const { store } = simulation;
    act(store, { verb: 'delete', kind: 'Pod', key: 'default/lower' });
    storedPod(store, 'vip', { cpu: '400m', priority: 100 });
    run(simulation, 1);
    expect(isNominated(simulation)).toBe(true);
    expect(podOf(store, 'lower').metadata.deletionTick).not.toBeNull();
    for (let tick = 0; tick < 5; tick += 1) {
      const restored = Simulation.open(throughText(simulation.frame()));
      run(restored, 1);
      run(simulation, 1);
      expect(restored.hash()).toBe(simulation.hash());
    }
    expect(podOf(store, 'low').metadata.deletionTick).toBeNull();
    expect(podOf(store, 'vip').spec.nodeName).toBe('n');
  });
});

/** Two full nodes: `mid` waits for `a`, which `lowest` leaves. */
function promised(): Simulation {
  const simulation = startedSimulation(
    aSetup({ nodes: ['a', 'b'].map((name) => ({ name, cpuMilli: 1000 })), startMode: 'auto' }),
  );
  const { store } = simulation;
  const there = { phase: 'Running', ready: true, gracePeriodSeconds: 30, cpu: '500m' } as const;
  for (const [name, node, priority] of [
    ['lowest', 'a', 1],
    ['low', 'a', 40],
    ['other', 'b', 45],
    ['another', 'b', 45],
  ] as const)
    storedPod(store, name, { ...there, node, priority });
  run(simulation, 60);
  storedPod(store, 'mid', { cpu: '500m', priority: 50 });
  run(simulation, 1);
  expect(podOf(store, 'mid').status.nominatedNodeName).toBe('a');
  return simulation;
}

describe('SCHED-5 a pod whose promised node is lost looks elsewhere', () => {
  test('SCHED-5 SCHED-50 when a more important one takes it', () => {
    const simulation = promised();
    storedPod(simulation.store, 'vip', { cpu: '1', priority: 100 });
    run(simulation, 1);
    expect(podOf(simulation.store, 'vip').status.nominatedNodeName).toBe('a');
    expect(podOf(simulation.store, 'mid').status.nominatedNodeName).toBeUndefined();
    run(simulation, 2);
    expect(podOf(simulation.store, 'mid').status.nominatedNodeName).toBe('b');
  });

  test('SCHED-5 when it is gone', () => {
    const simulation = run(promised(), 1);
    expect(podOf(simulation.store, 'lowest').metadata.deletionTick).not.toBeNull();
    simulation.store.remove('Node', 'a');
    run(simulation, 2);
    expect(podOf(simulation.store, 'mid').status.nominatedNodeName).toBe('b');
  });

  test('SCHED-50 but keeps the promise while who takes it has nobody to send away', () => {
    const simulation = promised();
    storedPod(simulation.store, 'vip', { cpu: '400m', priority: 100 });
    run(simulation, 1);
    for (const name of ['vip', 'mid']) expect(podOf(simulation.store, name).status.nominatedNodeName).toBe('a');
    run(simulation, 10);
    expect(podOf(simulation.store, 'vip').spec.nodeName).toBe('a');
  });
});

test('SCHED-56 where there is no node, nothing is waited for but time', () => {
  const simulation = startedSimulation(aSetup({ nodes: ['n'] }));
  const { store } = simulation;
  const node = must(store.get('Node', 'n'), 'n');
  store.remove('Node', 'n');
  storedPod(store, 'new');
  run(simulation, 5);
  expect(podCondition(podOf(store, 'new'), 'PodScheduled')).toMatchObject({
    reason: 'Unschedulable',
    message: 'no nodes available to schedule pods',
  });
  expect(store.get('QueuedPod', 'default/new')).toMatchObject({
    state: 'backoff',
    attempts: 0,
    errors: 3,
    untilTick: 8,
  });
  store.put(node);
  run(simulation, 2);
  expect(podOf(store, 'new').spec.nodeName).toBeNull();
  run(simulation, 1);
  expect(podOf(store, 'new').spec.nodeName).toBe('n');
});

/** Who is set aside although trying again would help him. */
function neglected(store: Store): readonly string[] {
  const cluster = clusterInfo(store);
  return store.by('queuedPodsByState', 'unschedulable').filter((key) => {
    const pod = store.get('Pod', key);
    return pod !== undefined && isHelpedBy(cluster.nodes, pod, cluster);
  });
}

const ZONE = 'topology.kubernetes.io/zone';
const near = { labelSelector: { matchLabels: { app: 'x' } }, topologyKey: ZONE };
const WISHES: readonly PodOptions[] = [
  {},
  { labels: { app: 'x' } },
  { nodeSelector: { [ZONE]: 'east' } },
  { tolerations: [{ key: 'wet', operator: 'Exists' }] },
  { container: { ports: [{ containerPort: 80, hostPort: 8080 }] } },
  { affinity: { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [near] } } },
  { affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [near] } } },
  { labels: { app: 'x' }, topologySpreadConstraints: [{ ...near, maxSkew: 1, whenUnsatisfiable: 'DoNotSchedule' }] },
];

const CHANGES: readonly ((store: Store, node: string, pod: Pod) => void)[] = [
  (store, node) => act(store, { verb: 'cordon', node, unschedulable: true }),
  (store, node) => act(store, { verb: 'cordon', node, unschedulable: false }),
  (store, node) => act(store, { verb: 'taintNode', node, key: 'wet', value: '', effect: 'NoSchedule' }),
  (store, node) => act(store, { verb: 'untaintNode', node, key: 'wet', effect: 'NoSchedule' }),
  (store, node) => act(store, { verb: 'labelNode', node, key: ZONE, value: 'east' }),
  (store, node) => act(store, { verb: 'labelNode', node, key: ZONE, value: 'west' }),
  (store, node) => store.remove('Node', node),
  (store, node) => store.get('Node', node) ?? aNode(store, node, { allocatable: { cpuMilli: 1000 } }),
  (store, _, { metadata }) => store.remove('Pod', keyOf(metadata)),
  (store, _, { metadata }) => act(store, { verb: 'delete', kind: 'Pod', key: keyOf(metadata) }),
  (store, _, pod) => store.put({ ...pod, metadata: { ...pod.metadata, labels: { app: 'x' } } }),
  (store, _, pod) =>
    store.put({ ...pod, spec: { ...pod.spec, tolerations: [{ key: 'wet', operator: 'Exists', value: '' }] } }),
];

test('SCHED-5 SCHED-48 nobody stays set aside whom it would help to be tried again, whatever happens', () => {
  const step = fc.oneof(
    fc.record({
      cpu: fc.constantFrom('200m', '500m', '900m'),
      priority: fc.constantFrom(0, 10, 100),
      wish: fc.nat(WISHES.length - 1),
    }),
    fc.record({ change: fc.nat(CHANGES.length - 1), node: fc.constantFrom('a', 'b', 'c'), pod: fc.nat(15) }),
    fc.constant('tick' as const),
  );
  fc.assert(
    fc.property(fc.boolean(), fc.array(step, { minLength: 20, maxLength: 80 }), (byHand, steps) => {
      // No kubelet: nothing but what is done here changes a node.
      const world = aWorld({ nodes: ['a', 'b', 'c'].map((name) => ({ name, cpuMilli: 1000 })) });
      const loops = byHand ? [schedulingQueue, queueingHints] : [schedulingQueue, queueingHints, scheduler];
      const turn = (store: Store, driver: Driver) => {
        store.tick += 1;
        driver.run();
        // By hand nobody is preempted.
        for (const pod of byHand ? store.by('queuedPodsByState', 'active') : [])
          if (['a', 'b', 'c'].every((node) => act(store, { verb: 'bind', pod, node }) !== null))
            act(store, { verb: 'reportUnschedulable', pod });
      };
      const driver = new Driver(world, loops);
      for (const [index, action] of steps.entries()) {
        if (action === 'tick') turn(world, driver);
        else if ('wish' in action) {
          const { cpu, priority, wish } = action;
          storedPod(world, `p${index}`, { ...WISHES[wish], cpu, priority });
        } else {
          const key = world.keys('Pod')[action.pod];
          if (key !== undefined) CHANGES[action.change]?.(world, action.node, must(world.get('Pod', key), key));
        }
      }
      for (let tick = 0; tick < 3; tick += 1) turn(world, driver);
      expect(neglected(world)).toEqual([]);
      const restored = new Store(world.frame());
      turn(restored, new Driver(restored, loops));
      turn(world, driver);
      expect([...restored.list('QueuedPod')]).toEqual([...world.list('QueuedPod')]);
    }),
    { numRuns: 100 },
  );
}, 60_000);
