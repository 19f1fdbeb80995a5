// Controllers among the real scheduler and kubelets: a lesson's worth of changes, restored at every tick.
import { expect, test } from 'vitest';
import type { Verb } from '../../../shared/cluster/verbs/table.ts';
import { isPodActive } from '../../../shared/api/pod.ts';
import { Simulation } from '../../../shared/session/simulation.ts';
import { describeDifference } from '../../../shared/store/snapshot.ts';
import { aDeployment, aService, aSetup, playVerb, run, startedSimulation } from '../../support/builders.ts';
import { deploymentOf, pods, replicaSets } from '../../support/town-hall.ts';
import { throughText } from '../../support/through-text.ts';

const web = { deployment: 'default/web' } as const;
const VILLA: Verb = { verb: 'setImage', ...web, container: 'app', image: 'docker.io/library/villa:1.0' };

function openTown(spec: object = {}): Simulation {
  const manifests = [aDeployment('web', { replicas: 6, cpu: '100m', memory: '64Mi', spec }), aService('web')];
  return run(startedSimulation(aSetup({ nodes: 4, manifests })), 12);
}

const available = ({ store }: Simulation) =>
  replicaSets(store).reduce((sum, set) => sum + set.status.availableReplicas, 0);
const wanted = ({ store }: Simulation) => replicaSets(store).reduce((sum, set) => sum + set.spec.replicas, 0);

test('DEPLOY-5 a rollout among real kubelets keeps between its fences', () => {
  const simulation = openTown({ strategy: { rollingUpdate: { maxSurge: 2, maxUnavailable: 1 } } });
  expect(playVerb(simulation, 'teacher', VILLA)).toBeNull();
  for (let tick = 0; tick < 150; tick += 1) {
    run(simulation, 1);
    expect(available(simulation)).toBeGreaterThanOrEqual(5);
    expect(wanted(simulation)).toBeLessThanOrEqual(8);
  }
  expect(replicaSets(simulation.store).map((set) => set.spec.replicas)).toEqual([0, 6]);
  expect(deploymentOf(simulation.store, 'web').status).toMatchObject({ updatedReplicas: 6, availableReplicas: 6 });
});

test('NODE-6 RS-4 EP-2 a crashed node costs its pods nothing but time', () => {
  const simulation = openTown();
  simulation.apply(['e', { type: 'faultBegan', fault: 'node-crash', target: 'node-2' }]);
  run(simulation, 60);
  const { store } = simulation;
  const lost = pods(store)
    .filter((pod) => pod.spec.nodeName === 'node-2')
    .map((pod) => pod.metadata.name);
  expect(lost.length).toBeGreaterThan(0);
  const endpoints = () => store.get('EndpointSlice', 'default/web')?.endpoints ?? [];
  expect(endpoints().filter((endpoint) => endpoint.ready)).toHaveLength(6 - lost.length);
  run(simulation, 320);
  expect(pods(store).filter(isPodActive)).toHaveLength(6);
  expect(endpoints().filter((endpoint) => endpoint.ready)).toHaveLength(6);
  expect(playVerb(simulation, 'teacher', { verb: 'reboot', node: 'node-2' })).toBeNull();
  run(simulation, 120);
  expect(pods(store).map((pod) => pod.metadata.name)).not.toEqual(expect.arrayContaining(lost));
  expect(store.get('Node', 'node-2')?.spec.taints).toEqual([]);
});

test('DEPLOY-13 restored at any tick, the controllers go on as if nothing had happened', () => {
  const simulation = openTown({ minReadySeconds: 3, progressDeadlineSeconds: 30 });
  const script = new Map<number, Verb>([
    [2, VILLA],
    [8, { verb: 'scale', ...web, replicas: 12 }],
    [50, { verb: 'undoRollout', ...web }],
    [90, { verb: 'cordon', node: 'node-3', unschedulable: true }],
    [95, { verb: 'scale', ...web, replicas: 3 }],
    [110, { verb: 'delete', kind: 'Deployment', key: 'default/web' }],
    [112, { verb: 'delete', kind: 'Service', key: 'default/web' }],
  ]);
  for (let tick = 0; tick < 130; tick += 1) {
    const verb = script.get(tick);
    if (verb) expect(playVerb(simulation, 'teacher', verb)).toBeNull();
    const restored = Simulation.open(throughText(simulation.frame()));
    run(simulation, 1);
    run(restored, 1);
    if (simulation.hash() !== restored.hash()) {
      expect.fail(`tick ${tick}: ${describeDifference(simulation.frame(), restored.frame())}`);
    }
  }
  expect([simulation.store.count('Pod'), simulation.store.count('EndpointSlice')]).toEqual([0, 0]);
});
