// The innkeepers in a town that runs: whose work they count, and what they do where two keep one inn.
import { expect, test } from 'vitest';
import { MANIFESTS } from '../../../shared/api/kinds.ts';
import { must } from '../../../shared/base/assert.ts';
import { byShare, byTotal } from '../../../shared/cluster/controllers/hpa/replica-calculator.ts';
import { readManifests } from '../../../shared/cluster/manifests/read/read-manifests.ts';
import type { Simulation } from '../../../shared/session/simulation.ts';
import { aService, aSetup, playVerb, run, startedSimulation } from '../../support/builders.ts';
import { events } from '../../support/town-hall.ts';
import { publishHouse } from '../../support/village.ts';

const container = (name: string) => ({ name, image: 'house:1', resources: { requests: { cpu: '100m' } } });
const inn = (sidecars: readonly string[]) =>
  MANIFESTS.Deployment.parse({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web' },
    spec: {
      replicas: 2,
      selector: { matchLabels: { app: 'web' } },
      template: {
        metadata: { labels: { app: 'web' } },
        spec: {
          containers: [container('app')],
          initContainers: sidecars.map((name) => ({ ...container(name), restartPolicy: 'Always' })),
        },
      },
    },
  });

const cpu = (averageUtilization: number) => ({ name: 'cpu', target: { type: 'Utilization', averageUtilization } });
const innkeeper = (name: string, spec: object) =>
  MANIFESTS.HorizontalPodAutoscaler.parse({
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name },
    spec: { scaleTargetRef: { kind: 'Deployment', name: 'web' }, minReplicas: 2, maxReplicas: 8, ...spec },
  });

/** Deployment `web` of two, each of which can serve 20 a second with every container. */
function anInn(sidecars: readonly string[], rps: number): Simulation {
  const simulation = startedSimulation(aSetup({ nodes: 3 }));
  publishHouse(simulation.store, 'house:1', { capacityRps: 20, startTicks: 1 });
  for (const manifest of [inn(sidecars), aService('web')]) playVerb(simulation, 'teacher', { verb: 'apply', manifest });
  run(simulation, 10);
  simulation.apply(['e', { type: 'demandChanged', service: 'default/web', rps }]);
  return simulation;
}

const statusOf = ({ store }: Simulation, name: string) =>
  must(store.get('HorizontalPodAutoscaler', `default/${name}`), name).status;

test.each([
  { type: 'Resource', resource: cpu(60) },
  { type: 'ContainerResource', containerResource: { ...cpu(60), container: 'mail' } },
])('HPA-7 a sidecar counts in what is used and in what is requested: %j', (metric) => {
  const simulation = anInn(['mail'], 48);
  const manifest = innkeeper('web', { metrics: [metric] });
  playVerb(simulation, 'teacher', { verb: 'apply', manifest });
  run(simulation, 340);
  // 24 of twice 20 a second each: three fifths of what every container asked for.
  const { currentMetrics, desiredReplicas } = statusOf(simulation, 'web');
  expect(currentMetrics).toMatchObject([{ name: 'cpu', utilizationPercent: 60 }]);
  expect(desiredReplicas).toBe(2);
});

test.each([cpu(60), { name: 'cpu', target: { type: 'AverageValue', averageValue: '10m' } }])(
  'HPA-7 the metric of a container that is not there is unread: %j',
  (resource) => {
    const simulation = anInn([], 24);
    const metrics = [{ type: 'ContainerResource', containerResource: { ...resource, container: 'mail' } }];
    playVerb(simulation, 'teacher', { verb: 'apply', manifest: innkeeper('web', { metrics }) });
    run(simulation, 340);
    expect(statusOf(simulation, 'web').currentMetrics).toEqual([]);
    expect(statusOf(simulation, 'web').conditions).toContainEqual(
      expect.objectContaining({ type: 'ScalingActive', status: 'False', reason: 'FailedGetContainerResourceMetric' }),
    );
  },
);

test('HPA-8 two innkeepers of one inn both hold still, and the one who is left acts', () => {
  const simulation = anInn([], 36);
  const sized = (name: string, target: number) =>
    innkeeper(name, { metrics: [{ type: 'Resource', resource: cpu(target) }] });
  for (const manifest of [sized('one', 90), sized('two', 20)]) {
    playVerb(simulation, 'teacher', { verb: 'apply', manifest });
  }
  run(simulation, 400);
  const { store } = simulation;
  const replicas = () => store.get('Deployment', 'default/web')?.spec.replicas;
  expect(replicas()).toBe(2);
  for (const name of ['one', 'two']) {
    expect(statusOf(simulation, name).conditions).toContainEqual(
      expect.objectContaining({ type: 'ScalingActive', status: 'False', reason: 'AmbiguousSelector' }),
    );
  }
  expect(events(store, 'AmbiguousSelector')).toHaveLength(2);
  playVerb(simulation, 'teacher', { verb: 'delete', kind: 'HorizontalPodAutoscaler', key: 'default/one' });
  run(simulation, 16);
  expect(replicas()).toBe(4);
  playVerb(simulation, 'teacher', { verb: 'apply', manifest: sized('one', 90) });
  run(simulation, 100);
  expect(replicas()).toBe(4);
});

test('HPA-6 who steers by an Ingress is let in, is told that nobody measures it, and steers by the rest', () => {
  const simulation = anInn([], 40);
  const object = {
    metric: { name: 'http_requests_per_second' },
    describedObject: { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', name: 'web' },
    target: { type: 'Value', value: '1' },
  };
  const ofIngress = { type: 'Object', object };
  const text = (metrics: readonly object[]) =>
    JSON.stringify({ ...innkeeper('web', {}), spec: { ...innkeeper('web', {}).spec, metrics } });
  const apply = (metrics: readonly object[]) => {
    const { manifests, problems } = readManifests(text(metrics));
    expect(problems).toEqual([]);
    for (const manifest of manifests) expect(playVerb(simulation, 'teacher', { verb: 'apply', manifest })).toBeNull();
    run(simulation, 20);
    return simulation.store.get('Deployment', 'default/web')?.spec.replicas;
  };
  expect(apply([ofIngress])).toBe(2);
  expect(events(simulation.store, 'FailedGetObjectMetric')).toHaveLength(1);
  const [before] = events(simulation.store, 'FailedGetObjectMetric');
  expect(apply([ofIngress, { type: 'Resource', resource: cpu(50) }])).toBe(4);
  // It is said again, though the other one is enough to act on.
  expect(events(simulation.store, 'FailedGetObjectMetric')[0]?.count).toBeGreaterThan(before?.count ?? 0);
  const { describedObject, ...rest } = object;
  const ofService = { ...rest, describedObject: { kind: 'Service', name: describedObject.name } };
  expect(apply([{ type: 'Object', object: ofService }])).toBe(8);
});

test('HPA-3 HPA-10 a new innkeeper keeps what it finds for five minutes, and says why', () => {
  const simulation = anInn([], 0);
  const manifest = innkeeper('web', { minReplicas: 1, metrics: [{ type: 'Resource', resource: cpu(50) }] });
  playVerb(simulation, 'teacher', { verb: 'apply', manifest });
  const reason = () => statusOf(simulation, 'web').conditions.find(({ type }) => type === 'AbleToScale')?.reason;
  const replicas = () => simulation.store.get('Deployment', 'default/web')?.spec.replicas;
  run(simulation, 290);
  expect(replicas()).toBe(2);
  expect(reason()).toBe('ScaleDownStabilized');
  run(simulation, 40);
  expect(replicas()).toBe(1);
  expect(reason()).toBe('SucceededRescale');
  run(simulation, 15);
  expect(reason()).toBe('ReadyForNewScale');
});

test('HPA-10 the metric that asked for the most is named', () => {
  const simulation = anInn([], 80);
  const target = (averageValue: string) => ({ type: 'AverageValue', averageValue });
  const metric = { name: 'http_requests_per_second' };
  const metrics = [
    { type: 'Resource', resource: { name: 'memory', target: target('1') } },
    { type: 'External', external: { metric, target: target('30') } },
  ];
  playVerb(simulation, 'teacher', { verb: 'apply', manifest: innkeeper('web', { metrics }) });
  run(simulation, 2);
  expect(statusOf(simulation, 'web').currentMetrics).toHaveLength(2);
  expect(events(simulation.store, 'SuccessfulRescale')).toMatchObject([
    { message: 'New size: 4; reason: memory above target' },
  ]);
  expect(statusOf(simulation, 'web').conditions).toContainEqual(
    expect.objectContaining({ type: 'AbleToScale', reason: 'SucceededRescale' }),
  );
});

test('HPA-4 a measure from outside that nobody takes is told as such', () => {
  const simulation = anInn([], 40);
  const external = { metric: { name: 'smiles' }, target: { type: 'Value', value: '1' } };
  playVerb(simulation, 'teacher', {
    verb: 'apply',
    manifest: innkeeper('web', { metrics: [{ type: 'External', external }] }),
  });
  run(simulation, 2);
  expect(events(simulation.store, 'FailedGetExternalMetric')).toHaveLength(1);
});

test('HPA-9 a share asks for as many as it takes where none is counted yet, and no answer is too large to say', () => {
  const tolerance = { upMilli: 100, downMilli: 100 };
  expect(byShare(0, 25_000, 10_000, tolerance)).toMatchObject({ replicas: 3, usageMilli: 0 });
  expect(byShare(0, 0, 10_000, tolerance)).toMatchObject({ replicas: 0, usageMilli: 0 });
  expect(byShare(1, 2 ** 60, 1, tolerance).replicas).toBe(2147483647);
  expect(byTotal(2, 2 ** 60, 1, 2, tolerance)?.replicas).toBe(2147483647);
  expect(byTotal(0, 2 ** 60, 1, 0, tolerance)?.replicas).toBe(2147483647);
});
