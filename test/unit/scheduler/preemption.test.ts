// Priority and preemption, policy, and the scheduler's own errors, in running simulations.
import { describe, expect, test } from 'vitest';
import { podCondition } from '../../../shared/api/pod.ts';
import { schedulerPolicy } from '../../../shared/api/world/scheduler-policy.ts';
import { MANIFESTS, type Manifest } from '../../../shared/api/kinds.ts';
import { must } from '../../../shared/base/assert.ts';
import { violating } from '../../../shared/cluster/scheduler/disruption.ts';
import { bestCandidates, enoughCandidates } from '../../../shared/cluster/scheduler/preemption.ts';
import { explainPod } from '../../../shared/cluster/scheduler/explain.ts';
import { backoffEndOf } from '../../../shared/cluster/scheduler/backoff.ts';
import { activeQueue } from '../../../shared/cluster/scheduler/active-queue.ts';
import {
  act,
  aPod,
  aSetup,
  aWorld,
  join,
  playVerb,
  podOf,
  run,
  startedSimulation,
  storedPod,
} from '../../support/builders.ts';
import { aCrowdedNode } from '../../support/full-node.ts';

const priorityClass = (name: string, value: number, more = {}) =>
  MANIFESTS.PriorityClass.parse({
    apiVersion: 'scheduling.k8s.io/v1',
    kind: 'PriorityClass',
    metadata: { name },
    value,
    ...more,
  });

describe('SCHED-50 preemption', () => {
  test('SCHED-50 the less important leave with their grace period, and the nominated pod follows', () => {
    const simulation = run(aCrowdedNode(), 1);
    const { store } = simulation;
    expect(podOf(store, 'vip').status.nominatedNodeName).toBe('n');
    expect(podCondition(podOf(store, 'vip'), 'PodScheduled')?.message).toBe(
      '0/1 nodes are available: 1 Insufficient cpu.',
    );
    const victim = podOf(store, 'lower');
    expect(victim.metadata).toMatchObject({ deletionTick: 1, deletionGracePeriodTicks: 5 });
    expect(podCondition(victim, 'DisruptionTarget')?.reason).toBe('PreemptionByScheduler');
    expect(podOf(store, 'low').metadata.deletionTick).toBeNull();
    const reasons = store.keys('Event').map((key) => store.get('Event', key)?.reason);
    expect(reasons).toEqual(expect.arrayContaining(['Preempted', 'FailedScheduling']));
    run(simulation, 20);
    expect(store.get('Pod', 'default/lower')).toBeUndefined();
    expect(podOf(store, 'vip').spec.nodeName).toBe('n');
    expect(podOf(store, 'vip').status.nominatedNodeName).toBeUndefined();
  });

  test('SCHED-51 nobody is preempted by an equal, by a pod that must not, or in vain', () => {
    for (const late of [{ priority: 5 }, { cpu: '2' }]) {
      const { store } = run(aCrowdedNode(late), 3);
      expect(podOf(store, 'vip').status.nominatedNodeName).toBeUndefined();
      expect(podOf(store, 'lower').metadata.deletionTick).toBeNull();
    }
    const polite = aCrowdedNode();
    const vip = podOf(polite.store, 'vip');
    polite.store.put({ ...vip, spec: { ...vip.spec, preemptionPolicy: 'Never' } });
    run(polite, 3);
    expect(podCondition(podOf(polite.store, 'vip'), 'PodScheduled')?.message).toContain(
      'preemption: not eligible due to preemptionPolicy=Never.',
    );
  });

  test('SCHED-52 room that is made for one is not taken by the less important', () => {
    const simulation = startedSimulation(aSetup({ nodes: [{ name: 'n', cpuMilli: 1000 }] }));
    const { store } = simulation;
    const there = { node: 'n', phase: 'Running', ready: true, gracePeriodSeconds: 5 } as const;
    storedPod(store, 'low', { ...there, cpu: '500m', priority: 10 });
    storedPod(store, 'lower', { ...there, cpu: '400m', priority: 5 });
    storedPod(store, 'vip', { cpu: '450m', priority: 100 });
    run(simulation, 1);
    expect(podOf(store, 'vip').status.nominatedNodeName).toBe('n');
    // 100m are free now, but `vip` needs half of them beside the 400m that `lower` leaves.
    storedPod(store, 'sneaky', { cpu: '100m', priority: 0 });
    run(simulation, 2);
    expect(podOf(store, 'sneaky').spec.nodeName).toBeNull();
    run(simulation, 30);
    expect(podOf(store, 'vip').spec.nodeName).toBe('n');
    expect(podOf(store, 'sneaky').spec.nodeName).toBeNull();
  });

  test('SCHED-53 by hand the same verb does it, and refuses where it is not helpful', () => {
    const simulation = aCrowdedNode({}, 'hand');
    const player = join(simulation, ['scheduler']);
    run(simulation, 1);
    expect(explainPod(simulation.store, 'default/vip')?.preemption).toEqual({ node: 'n', victims: ['lower'] });
    const preempt = (pod: string, node = 'n') =>
      playVerb(simulation, player, { verb: 'preempt', pod: `default/${pod}`, node });
    expect(preempt('low')).toMatchObject({ code: 409, key: 'podNotWaiting' });
    expect(preempt('vip', 'nowhere')).toMatchObject({ code: 404 });
    expect(preempt('vip')).toBeNull();
    expect(preempt('vip')).toMatchObject({ code: 409, key: 'preemptNotNow' });
    storedPod(simulation.store, 'small', { cpu: '900m', priority: 1 });
    expect(preempt('small')).toMatchObject({ code: 409, key: 'preemptInVain' });
  });
});

describe('SCHED-54 priority classes', () => {
  test('SCHED-54 a class gives its number and policy; one that is not there, or a number by hand, is refused', () => {
    const world = aWorld();
    const apply = (manifest: Manifest) => act(world, { verb: 'apply', manifest });
    expect(apply(aPod('a', { priorityClassName: 'gold' }))).toMatchObject({ code: 403, key: 'priorityClassMissing' });
    expect(apply(priorityClass('gold', 1000, { preemptionPolicy: 'Never' }))).toBeNull();
    expect(apply(aPod('a', { priorityClassName: 'gold' }))).toBeNull();
    expect(podOf(world, 'a').spec).toMatchObject({ priority: 1000, preemptionPolicy: 'Never' });
    expect(apply(aPod('b', { priority: 7 }))).toMatchObject({ code: 403, key: 'priorityByHand' });
    expect(apply(aPod('c', { priorityClassName: 'system-node-critical' }))).toBeNull();
    expect(podOf(world, 'c').spec.priority).toBe(2_000_001_000);
    expect(apply(priorityClass('plain', 3, { globalDefault: true }))).toBeNull();
    expect(apply(aPod('d'))).toBeNull();
    expect(podOf(world, 'd').spec.priority).toBe(3);
    expect(apply(aPod('a', { priorityClassName: 'gold' }))).toBeNull();
  });

  test('SCHED-2 the active queue goes by priority first', () => {
    const simulation = startedSimulation(aSetup({ startMode: 'hand' }));
    join(simulation, ['scheduler']);
    storedPod(simulation.store, 'early');
    run(simulation, 1);
    storedPod(simulation.store, 'vip', { priority: 1 });
    run(simulation, 1);
    expect(activeQueue(simulation.store)).toEqual(['default/vip', 'default/early']);
  });
});

describe('SCHED-55 the policy', () => {
  const set = (policy: object) => ({ verb: 'setSchedulerPolicy', policy: schedulerPolicy.parse(policy) }) as const;

  test('SCHED-55 MostAllocated packs what LeastAllocated spreads, and each pod explains by what it was scored', () => {
    for (const [strategy, expected] of [
      ['LeastAllocated', 'b'],
      ['MostAllocated', 'a'],
    ] as const) {
      const simulation = startedSimulation(aSetup({ nodes: ['a', 'b'] }));
      expect(act(simulation.store, set({ strategy }))).toBeNull();
      storedPod(simulation.store, 'there', { node: 'a', cpu: '1', memory: '2Gi' });
      storedPod(simulation.store, 'new', { cpu: '500m', memory: '1Gi' });
      expect(explainPod(simulation.store, 'default/new')?.policy.strategy).toBe(strategy);
      run(simulation, 1);
      expect(podOf(simulation.store, 'new').spec.nodeName).toBe(expected);
    }
  });

  test('SCHED-55 a weight of 0 leaves a plugin out; only its seat and the teacher may set it', () => {
    const simulation = startedSimulation(aSetup({ nodes: ['a', 'b'] }));
    const player = join(simulation, []);
    const verb = set({ weights: { NodeResourcesFit: 0 } });
    expect(playVerb(simulation, player, verb)).toMatchObject({ code: 403 });
    act(simulation.store, verb);
    storedPod(simulation.store, 'new');
    const scores = explainPod(simulation.store, 'default/new')?.nodes[0]?.scores.map(({ plugin }) => plugin);
    expect(scores).not.toContain('NodeResourcesFit');
    expect(scores).toContain('TaintToleration');
  });

  test('SCHED-56 what cannot be scored is the scheduler own error: tried again after its own back-off', () => {
    const simulation = startedSimulation(aSetup({ nodes: ['a', 'b'] }));
    act(simulation.store, set({ resources: [] }));
    storedPod(simulation.store, 'new', { cpu: '100m', status: { nominatedNodeName: 'gone' } });
    run(simulation, 1);
    expect(simulation.store.get('QueuedPod', 'default/new')).toMatchObject({
      state: 'backoff',
      attempts: 0,
      errors: 1,
    });
    expect(podCondition(podOf(simulation.store, 'new'), 'PodScheduled')?.reason).toBe('SchedulerError');
    expect(podOf(simulation.store, 'new').status.nominatedNodeName).toBeUndefined();
    act(simulation.store, set({}));
    run(simulation, 3);
    expect(podOf(simulation.store, 'new').spec.nodeName).not.toBeNull();
    expect(backoffEndOf({ sinceTick: 100, attempts: 5, errors: 2 })).toBe(102);
    expect(backoffEndOf({ sinceTick: 100, attempts: 5, errors: 0 })).toBe(110);
    expect(backoffEndOf({ sinceTick: 100, attempts: 0, errors: 0 })).toBeNull();
  });
});

test('SCHED-50 no budget covers a pod without labels', () => {
  const world = aWorld({ nodes: 1 });
  const selector = { matchExpressions: [{ key: 'tier', operator: 'DoesNotExist' as const }] };
  const budget = { namespace: 'default', selector, disruptionsAllowed: 0, disruptedPods: [] };
  const plain = storedPod(world, 'plain', { labels: {} });
  const web = storedPod(world, 'web', { labels: { app: 'web' } });
  expect([...violating([plain, web], [budget])]).toEqual([web]);
});

test('SCHED-57 pods that look at others wake when those come and go', () => {
  const simulation = startedSimulation(aSetup({ nodes: ['a', 'b'] }));
  const { store } = simulation;
  const term = { labelSelector: { matchLabels: { app: 'db' } }, topologyKey: 'kubernetes.io/hostname' };
  storedPod(store, 'fan', {
    affinity: { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [term] } },
  });
  run(simulation, 5);
  expect(store.get('QueuedPod', 'default/fan')?.state).toBe('unschedulable');
  storedPod(store, 'db', { node: 'b', labels: { app: 'db' } });
  run(simulation, 3);
  expect(podOf(store, 'fan').spec.nodeName).toBe('b');
});

test('SCHED-59 of the nodes where it helps the one with the fewest broken budgets, then the fewest victims', () => {
  const world = aWorld({ nodes: 1 });
  storedPod(world, 'low', { priority: 1 });
  const victim = must(world.get('Pod', 'default/low'), 'a victim');
  const candidate = (name: string, victims: number, violations: number) => ({
    node: name,
    victims: Array.from({ length: victims }, () => victim),
    violations,
  });
  const best = (...candidates: ReturnType<typeof candidate>[]) =>
    bestCandidates(candidates).map(({ node: name }) => name);
  expect(best(candidate('a', 1, 1), candidate('b', 3, 0))).toEqual(['b']);
  expect(best(candidate('a', 2, 0), candidate('b', 1, 0))).toEqual(['b']);
  expect(best(candidate('a', 1, 0), candidate('b', 1, 0))).toEqual(['a', 'b']);
  expect([enoughCandidates(50), enoughCandidates(500), enoughCandidates(5000)]).toEqual([50, 100, 500]);
});
