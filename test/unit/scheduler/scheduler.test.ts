// The loop and its verbs on real worlds.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Refusal } from '../../../shared/cluster/scheduler/framework.ts';
import { fitErrorMessage } from '../../../shared/cluster/scheduler/fit-error.ts';
import { explainPod } from '../../../shared/cluster/scheduler/explain.ts';
import { nodeInfos } from '../../../shared/cluster/scheduler/node-info.ts';
import { Simulation } from '../../../shared/session/simulation.ts';
import type { Store } from '../../../shared/store/store.ts';
import {
  act,
  aNode,
  aSetup,
  aWorld,
  join,
  nodeOf,
  playVerb,
  podOf,
  run,
  startedSimulation,
  storedPod,
} from '../../support/builders.ts';

const bind = (world: Store, pod: string, node: string) => act(world, { verb: 'bind', pod: `default/${pod}`, node });

function expectNobodyOverfull(world: Store): void {
  for (const { node, requested } of nodeInfos(world)) {
    const { cpuMilli, memoryBytes, pods } = node.status.allocatable;
    expect(requested.cpuMilli).toBeLessThanOrEqual(cpuMilli);
    expect(requested.memoryBytes).toBeLessThanOrEqual(memoryBytes);
    expect(requested.pods).toBeLessThanOrEqual(pods);
  }
}

describe('SCHED-40 the autopilot', () => {
  test('SCHED-40 binds in one tick all that fits, spread over the nodes, and reports the rest', () => {
    const simulation = startedSimulation(aSetup({ nodes: 2 }));
    for (const name of ['a', 'b', 'c', 'd', 'e']) storedPod(simulation.store, name, { cpu: '900m' });
    run(simulation, 1);
    expect(nodeInfos(simulation.store).map(({ requested }) => requested.pods)).toEqual([2, 2]);
    expect(simulation.store.by('queuedPodsByState', 'unschedulable')).toEqual(['default/e']);
  });

  test('SCHED-40 takes 50 pods a tick until the queue is empty', () => {
    const simulation = startedSimulation(aSetup({ nodes: 2 }));
    for (let index = 0; index < 120; index += 1) storedPod(simulation.store, `p${index}`);
    const waiting = [1, 2, 3].map(() => run(simulation, 1).store.by('podsByNode', '').length);
    expect(waiting).toEqual([70, 20, 0]);
  });

  test('SCHED-24 equals draw lots: not always the first node', () => {
    const simulation = startedSimulation(aSetup({ nodes: 3 }));
    const nodes = new Set<string | null>();
    for (let index = 0; index < 12; index += 1) {
      const { metadata } = storedPod(simulation.store, `p${index}`);
      run(simulation, 1);
      nodes.add(podOf(simulation.store, metadata.name).spec.nodeName);
      simulation.store.remove('Pod', `default/${metadata.name}`);
    }
    expect(nodes.size).toBe(3);
  });

  test('SCHED-25 beyond 100 nodes it still finds the only one that fits', () => {
    const simulation = startedSimulation(aSetup({ nodes: 130 }));
    aNode(simulation.store, 'node-77', { labels: { disk: 'ssd' } });
    storedPod(simulation.store, 'a', { nodeSelector: { disk: 'ssd' } });
    run(simulation, 1);
    expect(podOf(simulation.store, 'a').spec.nodeName).toBe('node-77');
  });

  test('SCHED-47 by hand nothing is bound; the player binds; switched back, the autopilot takes over', () => {
    const simulation = startedSimulation(aSetup({ startMode: 'hand' }));
    const player = join(simulation, ['scheduler']);
    storedPod(simulation.store, 'a');
    storedPod(simulation.store, 'b');
    run(simulation, 5);
    expect(simulation.store.by('podsByNode', '')).toHaveLength(2);
    expect(playVerb(simulation, player, { verb: 'bind', pod: 'default/a', node: 'node-3' })).toBeNull();
    expect(podOf(simulation.store, 'a').spec.nodeName).toBe('node-3');
    simulation.apply(['c', player, { type: 'setLoopMode', switch: 'scheduler', mode: 'auto' }]);
    run(simulation, 1);
    expect(podOf(simulation.store, 'b').spec.nodeName).not.toBeNull();
  });
});

describe('SCHED-42 bind', () => {
  test('SCHED-41 sets node, condition and event', () => {
    const world = aWorld();
    storedPod(world, 'a');
    expect(bind(world, 'a', 'node-2')).toBeNull();
    expect(podOf(world, 'a')).toMatchObject({
      spec: { nodeName: 'node-2' },
      status: { conditions: [{ type: 'PodScheduled', status: 'True' }] },
    });
    expect([...world.list('Event')]).toMatchObject([
      { reason: 'Scheduled', message: 'Successfully assigned default/a to node-2', source: 'default-scheduler' },
    ]);
  });

  test('SCHED-42 refuses what the API server refuses', () => {
    const world = aWorld();
    storedPod(world, 'bound', { node: 'node-1' });
    storedPod(world, 'leaving', { deletionTick: 0 });
    storedPod(world, 'over', { phase: 'Failed' });
    storedPod(world, 'free');
    expect(bind(world, 'nobody', 'node-1')).toMatchObject({ code: 404 });
    expect(bind(world, 'free', 'nowhere')).toMatchObject({ code: 404 });
    expect(bind(world, 'bound', 'node-2')).toMatchObject({
      code: 409,
      message: 'Operation cannot be fulfilled on pods/binding "bound": pod bound is already assigned to node "node-1"',
    });
    expect(bind(world, 'leaving', 'node-2')).toMatchObject({ code: 409, key: 'podTerminating' });
    expect(bind(world, 'over', 'node-2')).toMatchObject({ code: 409, key: 'podOver' });
  });

  test("SCHED-43 refuses with the node's own reason", () => {
    const world = aWorld({ nodes: ['n'] });
    storedPod(world, 'big', { cpu: '3' });
    expect(bind(world, 'big', 'n')).toMatchObject({
      code: 409,
      key: 'nodeRefuses',
      details: { pod: 'big', node: 'n', plugin: 'NodeResourcesFit', reasons: 'Insufficient cpu' },
    });
  });

  test('SCHED-44 a pod that fits, waits no more, or was just tried is not reported', () => {
    const world = aWorld({ nodes: ['n'] });
    storedPod(world, 'fits');
    storedPod(world, 'bound', { node: 'n' });
    storedPod(world, 'big', { cpu: '3' });
    const report = (name: string) => act(world, { verb: 'reportUnschedulable', pod: `default/${name}` });
    expect(report('fits')).toMatchObject({ key: 'podFits', details: { nodes: 'n' } });
    expect(report('bound')).toMatchObject({ key: 'podNotWaiting' });
    expect(report('big')).toBeNull();
    expect(report('big')).toMatchObject({ key: 'podSetAside', details: { state: 'unschedulable' } });
  });
});

test('SCHED-46 cordon closes and opens, keeps other taints and changes nothing twice', () => {
  const world = aWorld({ nodes: ['n'] });
  const other = { key: 'team', value: 'red', effect: 'NoSchedule', addedTick: null } as const;
  aNode(world, 'n', { taints: [other] });
  storedPod(world, 'a', { node: 'n' });
  const sign = { key: 'node.kubernetes.io/unschedulable', value: '', effect: 'NoSchedule', addedTick: null };
  act(world, { verb: 'cordon', node: 'n', unschedulable: true });
  expect(nodeOf(world, 'n').spec).toEqual({ unschedulable: true, taints: [other, sign] });
  const { revision } = world;
  act(world, { verb: 'cordon', node: 'n', unschedulable: true });
  expect(world.revision).toBe(revision);
  expect(podOf(world, 'a').spec.nodeName).toBe('n');
  act(world, { verb: 'cordon', node: 'n', unschedulable: false });
  expect(nodeOf(world, 'n').spec).toEqual({ unschedulable: false, taints: [other] });
});

test('SCHED-30 the message counts and sorts reasons, and says what preemption would give', () => {
  const cpu = { code: 'Unschedulable', reasons: ['Insufficient cpu'] } as const;
  const taint = { code: 'UnschedulableAndUnresolvable', reasons: ['node(s) had untolerated taint(s)'] } as const;
  const nobody = { code: 'Unschedulable', reasons: ['No preemption victims found for incoming pod'] } as const;
  const refusals = new Map<string, Refusal>([
    ['a', taint],
    ['b', cpu],
    ['c', taint],
  ]);
  const reasons = '0/3 nodes are available: 1 Insufficient cpu, 2 node(s) had untolerated taint(s).';
  expect(fitErrorMessage(refusals, { type: 'none', refusals: new Map([['b', nobody]]) })).toBe(
    '0/3 nodes are available: 1 Insufficient cpu, 2 node(s) had untolerated taint(s). no new claims to deallocate, ' +
      'preemption: 0/3 nodes are available: 1 No preemption victims found for incoming pod, ' +
      '2 Preemption is not helpful for scheduling.',
  );
  expect(fitErrorMessage(refusals, { type: 'ineligible', why: 'not eligible due to preemptionPolicy=Never.' })).toBe(
    `${reasons} no new claims to deallocate, preemption: not eligible due to preemptionPolicy=Never.`,
  );
  const candidate = { node: 'b', victims: [], violations: 0 };
  expect(fitErrorMessage(refusals, { type: 'candidate', candidate })).toBe(reasons);
  expect(fitErrorMessage(new Map(), { type: 'none', refusals: new Map() })).toBe('no nodes available to schedule pods');
});

describe('SCHED-31 explaining', () => {
  test('SCHED-31 shows each node against each plugin, and the totals', () => {
    const world = aWorld({ nodes: ['a', 'b', 'c'] });
    aNode(world, 'a', { unschedulable: true, labels: { disk: 'hdd' } });
    storedPod(world, 'there', { node: 'b', cpu: '1', memory: '2Gi' });
    storedPod(world, 'new', { cpu: '500m', memory: '1Gi' });
    const { revision } = world;
    const explanation = explainPod(world, 'default/new');
    expect(world.revision).toBe(revision);
    expect(explanation?.message).toBeNull();
    expect(explanation?.nodes).toMatchObject([
      {
        node: 'a',
        fits: false,
        total: null,
        best: false,
        filters: [
          { plugin: 'NodeUnschedulable', reasons: ['node(s) were unschedulable'] },
          ...['NodeName', 'TaintToleration', 'NodeAffinity', 'NodePorts'].map((plugin) => ({ plugin, code: null })),
          ...['NodeResourcesFit', 'PodTopologySpread', 'InterPodAffinity'].map((plugin) => ({ plugin, code: null })),
        ],
      },
      { node: 'b', fits: true, total: 300 + 25 + 75, best: false },
      {
        node: 'c',
        total: 300 + 75 + 75,
        best: true,
        scores: [
          { plugin: 'TaintToleration', raw: 0, normalized: 100, weight: 3, weighted: 300 },
          { plugin: 'NodeResourcesFit', raw: 75, normalized: 75, weighted: 75 },
          { plugin: 'NodeResourcesBalancedAllocation', raw: 75 },
          { plugin: 'ImageLocality', raw: 0 },
        ],
      },
    ]);
  });

  test('SCHED-31 says the words of the event when nothing fits, and nothing of unknown pods', () => {
    const simulation = startedSimulation(aSetup({ nodes: 2 }));
    storedPod(simulation.store, 'big', { cpu: '3' });
    run(simulation, 1);
    expect(explainPod(simulation.store, 'default/big')?.message).toBe(
      simulation.store.get('QueuedPod', 'default/big')?.message,
    );
    expect(explainPod(simulation.store, 'default/nobody')).toBeNull();
  });
});

const cpuMilli = fc.integer({ min: 0, max: 2200 });
const memoryMib = fc.integer({ min: 0, max: 4400 });

test('SCHED-45 no sequence of binds, comings and goings fills a node beyond its allocatable', () => {
  const step = fc.oneof(
    fc.record({ type: fc.constant('create' as const), cpu: cpuMilli, memory: memoryMib }),
    fc.record({ type: fc.constant('bind' as const), pod: fc.nat(30), node: fc.integer({ min: 1, max: 3 }) }),
    fc.record({ type: fc.constant('remove' as const), pod: fc.nat(30) }),
    fc.record({ type: fc.constant('tick' as const) }),
  );
  fc.assert(
    fc.property(fc.boolean(), fc.array(step, { maxLength: 60 }), (byHand, steps) => {
      const simulation = startedSimulation(aSetup({ startMode: byHand ? 'hand' : 'auto' }));
      const { store } = simulation;
      join(simulation, ['scheduler']);
      let created = 0;
      for (const action of steps) {
        if (action.type === 'create') {
          storedPod(store, `p${created}`, { cpu: `${action.cpu}m`, memory: `${action.memory}Mi` });
          created += 1;
        } else if (action.type === 'bind') bind(store, `p${action.pod}`, `node-${action.node}`);
        else if (action.type === 'remove') store.remove('Pod', `default/p${action.pod}`);
        else run(simulation, 1);
        expectNobodyOverfull(store);
      }
    }),
    { numRuns: 60 },
  );
});

test('SCHED-48 restored at every tick, it goes on the same', () => {
  const simulation = startedSimulation(aSetup({ nodes: 3 }));
  const { store } = simulation;
  for (let index = 0; index < 90; index += 1) storedPod(store, `p${index}`, { cpu: `${(index % 5) * 50}m` });
  let waiting = 0;
  for (let tick = 0; tick < 30; tick += 1) {
    if (tick % 6 === 3) for (const key of store.by('podsHoldingRoom', 'node-2').slice(0, 2)) store.remove('Pod', key);
    if (tick === 10) act(store, { verb: 'cordon', node: 'node-1', unschedulable: true });
    if (tick === 20) act(store, { verb: 'cordon', node: 'node-1', unschedulable: false });
    // What was changed between ticks is news to the running loops only; a restored one looks at everything anyway.
    const restored = Simulation.open(simulation.frame());
    expect(run(restored, 1).hash()).toBe(run(simulation, 1).hash());
    waiting = Math.max(waiting, store.by('queuedPodsByState', 'unschedulable').length);
  }
  expect(waiting).toBeGreaterThan(0);
});
