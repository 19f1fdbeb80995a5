// Who sizes, who asks to leave, who empties: autoscalers, disruption budgets, drains; and rollouts that stop and go back.
import { expect, test } from 'vitest';
import { metricSpec } from '../../../shared/api/horizontal-pod-autoscaler.ts';
import { MANIFESTS } from '../../../shared/api/kinds.ts';
import { must } from '../../../shared/base/assert.ts';
import { DEFAULT_BEHAVIOR } from '../../../shared/cluster/controllers/hpa/behavior.ts';
import { limitByBehavior, limitByRange } from '../../../shared/cluster/controllers/hpa/limits.ts';
import { stabilizeDownscale } from '../../../shared/cluster/controllers/hpa/stabilize.ts';
import { categorizeEndpoints } from '../../../shared/cluster/network/categorize.ts';
import type { Store } from '../../../shared/store/store.ts';
import {
  act,
  aDeployment,
  aPod,
  nodeOf,
  play,
  podOf,
  run,
  startedSimulation,
  aSetup,
  aService,
} from '../../support/builders.ts';
import { aTownHall, deploymentOf, events, pods, replicaSets, report, settle } from '../../support/town-hall.ts';

const budget = (spec: object) =>
  MANIFESTS.PodDisruptionBudget.parse({
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: 'web' },
    spec: { selector: { matchLabels: { app: 'web' } }, ...spec },
  });
const autoscaler = (spec: object = {}) =>
  MANIFESTS.HorizontalPodAutoscaler.parse({
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'web' },
    spec: { scaleTargetRef: { kind: 'Deployment', name: 'web' }, maxReplicas: 6, ...spec },
  });

/** Deployment `web`, all of whose pods are ready on node-1. */
function readyTown(replicas: number) {
  const hall = aTownHall({ nodes: 2, manifests: [aDeployment('web', { replicas })] });
  hall.tick();
  settle(hall.world);
  hall.tick(2);
  return hall;
}
const leaving = (world: Store) => pods(world).filter(({ metadata }) => metadata.deletionTick !== null);

test('DEPLOY-14 Recreate: not one new pod before the last old one is gone', () => {
  const spec = { strategy: { type: 'Recreate' } };
  const { world, tick } = aTownHall({ nodes: 1, manifests: [aDeployment('web', { replicas: 3, spec })] });
  tick();
  settle(world);
  tick(2);
  act(world, { verb: 'apply', manifest: aDeployment('web', { replicas: 3, spec, image: 'villa:1.0' }) });
  expect(act(world, { verb: 'createReplicaSet', deployment: 'default/web' })).toMatchObject({ key: 'oldPodsRemain' });
  tick(20);
  expect(replicaSets(world)).toHaveLength(1);
  expect(leaving(world)).toHaveLength(3);
  settle(world);
  tick(3);
  expect(pods(world).map(({ spec: { containers } }) => containers[0]?.image)).toEqual(Array(3).fill('villa:1.0'));
});

test('DEPLOY-15 DEPLOY-16 back to a chosen revision; paused, nothing rolls', () => {
  const { world, tick } = readyTown(1);
  for (const image of ['villa:1.0', 'courtyard:1.0']) {
    act(world, { verb: 'setImage', deployment: 'default/web', container: 'app', image });
    tick(2);
  }
  const undo = { verb: 'undoRollout', deployment: 'default/web' } as const;
  expect(act(world, { ...undo, revision: 9 })).toMatchObject({ code: 404, key: 'noSuchRevision' });
  expect(act(world, { ...undo, revision: 1 })).toBeNull();
  expect(deploymentOf(world, 'web').spec.template.spec.containers[0]?.image).toBe('docker.io/library/hut:1.0');
  const pause = { verb: 'pauseRollout', deployment: 'default/web' } as const;
  expect(act(world, { ...pause, paused: false })).toMatchObject({ key: 'notPaused' });
  expect(act(world, { ...pause, paused: true })).toBeNull();
  expect(act(world, { ...pause, paused: true })).toMatchObject({ key: 'alreadyPaused' });
});

test('PDB-1 PDB-2 as many may leave as the budget spares, and the next is told to ask again', () => {
  const { world, tick } = readyTown(3);
  act(world, { verb: 'apply', manifest: budget({ minAvailable: 2 }) });
  const [first = '', second = ''] = pods(world).map(({ metadata }) => `default/${metadata.name}`);
  expect(act(world, { verb: 'evict', pod: first })).toMatchObject({
    code: 429,
    key: 'budgetUnread',
    details: { retryAfterSeconds: 10 },
  });
  tick();
  expect(world.get('PodDisruptionBudget', 'default/web')?.status).toMatchObject({
    currentHealthy: 3,
    desiredHealthy: 2,
    disruptionsAllowed: 1,
  });
  expect(act(world, { verb: 'evict', pod: first })).toBeNull();
  expect(act(world, { verb: 'evict', pod: second })).toMatchObject({
    code: 429,
    key: 'budgetSpent',
    details: { needed: 2 },
  });
  tick();
  report(
    world,
    must(
      pods(world).find(({ status }) => status.phase === 'Pending'),
      'a pod',
    ).metadata.name,
    true,
  );
  tick(2);
  expect(act(world, { verb: 'evict', pod: second })).toBeNull();
});

test.each([
  [{ maxUnavailable: 1 }, 2],
  [{ maxUnavailable: '50%' }, 1],
  [{ minAvailable: '50%' }, 2],
] as const)('PDB-1 of three pods %j wants %i healthy', (spec, desiredHealthy) => {
  const { world, tick } = readyTown(3);
  act(world, { verb: 'apply', manifest: budget(spec) });
  tick();
  expect(world.get('PodDisruptionBudget', 'default/web')?.status).toMatchObject({ expectedPods: 3, desiredHealthy });
});

test('PDB-1 what a rollout adds beyond the wish of its Deployment is not wanted', () => {
  const { world, tick } = readyTown(4);
  act(world, { verb: 'apply', manifest: budget({ maxUnavailable: 1 }) });
  act(world, { verb: 'setImage', deployment: 'default/web', container: 'app', image: 'villa:1.0' });
  tick(3);
  expect(pods(world).length).toBeGreaterThan(4);
  expect(world.get('PodDisruptionBudget', 'default/web')?.status).toMatchObject({ expectedPods: 4, desiredHealthy: 3 });
  act(world, { verb: 'scale', deployment: 'default/web', replicas: 2 });
  tick();
  expect(world.get('PodDisruptionBudget', 'default/web')?.status).toMatchObject({ expectedPods: 2 });
});

test('PDB-2 with two budgets nobody knows which to ask; who does not run asks none', () => {
  const { world, tick } = readyTown(2);
  act(world, { verb: 'apply', manifest: budget({ minAvailable: 2 }) });
  const other = budget({ minAvailable: 0 });
  act(world, { verb: 'apply', manifest: { ...other, metadata: { ...other.metadata, name: 'other' } } });
  act(world, { verb: 'apply', manifest: aPod('idle', { labels: { app: 'web' }, node: 'node-1' }) });
  tick();
  const running = `default/${
    must(
      pods(world).find(({ status }) => status.phase === 'Running'),
      'a pod',
    ).metadata.name
  }`;
  expect(act(world, { verb: 'evict', pod: running })).toMatchObject({ code: 500, key: 'manyBudgets' });
  expect(act(world, { verb: 'evict', pod: 'default/idle' })).toBeNull();
});

test('PDB-3 nobody evicts in the name of taints that are tolerated', () => {
  const { world } = readyTown(1);
  const pod = `default/${pods(world)[0]?.metadata.name}`;
  expect(act(world, { verb: 'evict', pod, reason: 'DeletionByTaintManager' })).toMatchObject({ key: 'tolerationLeft' });
});

test('DRAIN-1 a drained node is closed and empties as fast as the budget allows', () => {
  const { world, tick } = readyTown(3);
  act(world, { verb: 'apply', manifest: budget({ maxUnavailable: 1 }) });
  tick();
  expect(act(world, { verb: 'drain', node: 'node-1', drain: true })).toBeNull();
  expect(act(world, { verb: 'drain', node: 'node-1', drain: true })).toMatchObject({ key: 'alreadyDraining' });
  tick(5);
  expect(nodeOf(world, 'node-1').spec.unschedulable).toBe(true);
  expect(leaving(world)).toHaveLength(1);
  const moved = must(
    pods(world).find(({ status }) => status.phase === 'Pending'),
    'a pod',
  ).metadata.name;
  report(world, moved, true, 'node-2');
  tick(3);
  expect(leaving(world)).toHaveLength(2);
  expect(podOf(world, moved).metadata.deletionTick).toBeNull();
  expect(act(world, { verb: 'drain', node: 'node-1', drain: false })).toBeNull();
  expect(nodeOf(world, 'node-1').spec.unschedulable).toBe(false);
});

test('DRAIN-1 opening a drained node ends the drain: who comes there now may stay', () => {
  const { world, tick } = readyTown(1);
  act(world, { verb: 'drain', node: 'node-1', drain: true });
  tick();
  settle(world);
  tick();
  expect(act(world, { verb: 'cordon', node: 'node-1', unschedulable: false })).toBeNull();
  const [pod] = pods(world);
  report(world, pod?.metadata.name ?? '', true, 'node-1');
  tick(5);
  expect(leaving(world)).toEqual([]);
  expect(act(world, { verb: 'drain', node: 'node-1', drain: false })).toMatchObject({ key: 'notDraining' });
});

test('HPA-3 without behaviours at most double or four, and no lull within five minutes closes a house', () => {
  const range = { minReplicas: 1, maxReplicas: 50, currentReplicas: 3, desiredReplicas: 20 };
  expect(limitByRange(range)).toEqual({ replicas: 6, limit: 'ScaleUpLimit' });
  expect(limitByRange({ ...range, currentReplicas: 1 })).toEqual({ replicas: 4, limit: 'ScaleUpLimit' });
  expect(limitByRange({ ...range, maxReplicas: 5 })).toEqual({ replicas: 5, limit: 'TooManyReplicas' });
  expect(stabilizeDownscale([{ tick: 100, replicas: 8 }], 2, 300, 400).replicas).toBe(8);
  expect(stabilizeDownscale([{ tick: 100, replicas: 8 }], 2, 300, 401).replicas).toBe(2);
});

test('HPA-3 what was added within the period counts against the policies', () => {
  const range = { minReplicas: 1, maxReplicas: 50, currentReplicas: 8, desiredReplicas: 40 };
  const up = [{ tick: 95, replicaChange: 4, outdated: false }];
  const limited = limitByBehavior(range, DEFAULT_BEHAVIOR, { up, down: [] }, 100);
  expect(limited).toEqual({ replicas: 8, limit: 'ScaleUpLimit' });
  expect(limitByBehavior(range, DEFAULT_BEHAVIOR, { up, down: [] }, 110)).toEqual({
    replicas: 16,
    limit: 'ScaleUpLimit',
  });
});

test('HPA-1 HPA-2 HPA-5 a crowded inn grows with its visitors and shrinks when they have been gone for a while', () => {
  const cpu = { target: { type: 'Utilization', averageUtilization: 50 } };
  const manifest = autoscaler({ metrics: [{ type: 'Resource', resource: { name: 'cpu', ...cpu } }] });
  const simulation = startedSimulation(
    aSetup({ manifests: [aDeployment('web', { replicas: 1, cpu: '200m' }), aService('web'), manifest] }),
  );
  const { store } = simulation;
  simulation.apply(['e', { type: 'demandChanged', service: 'default/web', rps: 40 }]);
  run(simulation, 200);
  const replicas = () => deploymentOf(store, 'web').spec.replicas;
  // A hut serves 20 a second: 40 fill two of them, or four by half.
  expect(replicas()).toBe(4);
  expect(must(store.get('Traffic', 'default/web'), 'traffic').servedRps).toBe(40);
  simulation.apply(['e', { type: 'demandChanged', service: 'default/web', rps: 5 }]);
  run(simulation, 250);
  expect(replicas()).toBe(4);
  run(simulation, 120);
  expect(replicas()).toBe(1);
  expect(events(store, 'SuccessfulRescale').length).toBeGreaterThan(1);
  expect(
    play(simulation, 'teacher', { type: 'verb', verb: { verb: 'autoscale', autoscaler: 'default/web' } }),
  ).toMatchObject({ code: 429, key: 'metricsNotDue' });
});

test('HPA-4 what cannot be measured is said, and changes nothing', () => {
  const { world, tick } = readyTown(2);
  act(world, { verb: 'apply', manifest: autoscaler() });
  tick(2);
  expect(deploymentOf(world, 'web').spec.replicas).toBe(2);
  expect(events(world, 'FailedGetResourceMetric')).toHaveLength(1);
  expect(world.get('HorizontalPodAutoscaler', 'default/web')?.status.conditions).toContainEqual(
    expect.objectContaining({ type: 'ScalingActive', status: 'False' }),
  );
});

const endpoint = (more: object) => ({
  ready: true,
  serving: true,
  terminating: false,
  isLocal: false,
  zoneHints: [] as readonly string[],
  nodeHints: [] as readonly string[],
  ...more,
});

test('EP-7 near ones where all have hints; the leaving ones where none is ready; local ones as the policy says', () => {
  const here = { nodeName: 'node-1', zone: 'east', usesNodeHints: true };
  const free = { internalLocal: false, externalLocal: false, isExternal: false };
  const east = endpoint({ zoneHints: ['east'] });
  const west = endpoint({ zoneHints: ['west'] });
  expect(categorizeEndpoints([east, west], free, here).all).toEqual([east]);
  const unhinted = endpoint({});
  expect(categorizeEndpoints([east, west, unhinted], free, here).all).toHaveLength(3);
  const gone = endpoint({ ready: false, terminating: true });
  expect(categorizeEndpoints([gone], free, here).all).toEqual([gone]);
  const local = endpoint({ isLocal: true });
  const inside = { ...free, internalLocal: true };
  expect(categorizeEndpoints([local, unhinted], inside, here)).toMatchObject({
    all: [local],
    cluster: [],
    hasAny: true,
  });
  expect(categorizeEndpoints([unhinted], inside, here)).toMatchObject({ all: [], hasAny: true });
});

test('HPA-6 metrics of every source are read, and of the custom ones the requests of a Service', () => {
  const metric = { name: 'http_requests_per_second' };
  const describedObject = { apiVersion: 'v1', kind: 'Service', name: 'web' };
  const target = { type: 'AverageValue', averageValue: '10' };
  const accepted = [
    { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 50 } } },
    { type: 'Pods', pods: { metric, target } },
    { type: 'Object', object: { metric, describedObject, target } },
    { type: 'External', external: { metric, target } },
  ];
  for (const one of accepted) expect(metricSpec.safeParse(one).error?.issues).toBeUndefined();
  expect(metricSpec.safeParse({ type: 'Moon', moon: {} }).success).toBe(false);
});
