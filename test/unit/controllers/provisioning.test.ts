// New machines boot before they are nodes; old ones go when nobody lives there.
import { expect, test } from 'vitest';
import { must } from '../../../shared/base/assert.ts';
import { cutLink } from '../../../shared/cluster/runtime/failures.ts';
import { resourcesOf } from '../../../shared/cluster/runtime/node-resources.ts';
import { act, aDeployment, aPod, aSetup, nodeOf, podOf, run, startedSimulation } from '../../support/builders.ts';

const settings = { bootTicks: 30, nodePool: { maxNodes: 2 } };

test('PROV-1 a new village takes as long as a machine boots, and then takes pods', () => {
  const simulation = startedSimulation(aSetup({ nodes: 1, settings }));
  const { store } = simulation;
  run(simulation, 5);
  expect(act(store, { verb: 'addNode', zone: 'east' })).toBeNull();
  expect(act(store, { verb: 'addNode' })).toMatchObject({ code: 403, key: 'nodePoolFull', details: { most: 2 } });
  run(simulation, 29);
  expect(store.get('Node', 'node-2')).toBeUndefined();
  run(simulation, 1);
  expect(nodeOf(store, 'node-2').metadata.labels).toMatchObject({ 'topology.kubernetes.io/zone': 'east' });
  act(store, { verb: 'cordon', node: 'node-1', unschedulable: true });
  act(store, { verb: 'apply', manifest: aDeployment('web', { replicas: 1 }) });
  run(simulation, 60);
  expect([...store.list('Pod')].map(({ spec, status }) => [spec.nodeName, status.phase])).toEqual([
    ['node-2', 'Running'],
  ]);
});

test('KUBELET-70 KUBELET-78 a machine that is not known as a node yet measures itself as it will later, and has images to spare', () => {
  const simulation = startedSimulation(aSetup({ nodes: 1, settings: { ...settings, bootTicks: 1 } }));
  const { store } = simulation;
  act(store, { verb: 'addNode' });
  cutLink(store, 'node-2');
  run(simulation, 700);
  expect(store.get('Node', 'node-2')).toBeUndefined();
  expect(store.get('KubeletState', 'node-2')).toBeUndefined();
  const before = resourcesOf(store, 'node-2');
  act(store, { verb: 'repairLink', node: 'node-2' });
  run(simulation, 1);
  expect(nodeOf(store, 'node-2').status.capacity.memoryBytes).toBe(before?.memory.capacity);
  expect(resourcesOf(store, 'node-2')).toEqual(before);
});

test('PROV-2 only an empty village is given back, and never the last', () => {
  const manifests = [aDeployment('web', { replicas: 4 })];
  const simulation = startedSimulation(aSetup({ nodes: 2, settings, manifests }));
  const { store } = simulation;
  run(simulation, 30);
  expect(act(store, { verb: 'removeNode', node: 'node-1' })).toMatchObject({ code: 409, key: 'nodeNotEmpty' });
  act(store, { verb: 'drain', node: 'node-1', drain: true });
  run(simulation, 60);
  expect(act(store, { verb: 'removeNode', node: 'node-1' })).toBeNull();
  run(simulation, 60);
  expect(store.keys('Node')).toEqual(['node-2']);
  expect(store.keys('Seat')).not.toContain('kubelet/node-1');
  expect([...store.list('Pod')].every(({ spec }) => spec.nodeName === 'node-2')).toBe(true);
  expect(act(store, { verb: 'removeNode', node: 'node-2' })).toMatchObject({ key: 'nodeNotEmpty' });
  expect(act(store, { verb: 'addNode' })).toBeNull();
  run(simulation, 40);
  expect(store.keys('Node')).toEqual(['node-1', 'node-2']);
});

test('PROV-2 a machine in place of one of its name begins a pod that is still bound to it as if for the first time (seed 260271)', () => {
  const quick = { ...settings, bootTicks: 5 };
  const simulation = startedSimulation(aSetup({ nodes: 2, settings: quick, addons: ['fluentd'] }));
  const { store } = simulation;
  const collector = () =>
    must(
      [...store.list('Pod')].find(({ spec }) => spec.nodeName === 'node-1'),
      'fluentd',
    );
  run(simulation, 20);
  act(store, { verb: 'reboot', node: 'node-1' });
  run(simulation, 30);
  const { metadata, status } = collector();
  expect(status.containerStatuses).toMatchObject([{ ready: true, restartCount: 1 }]);
  store.put({ kind: 'Seat', key: 'controller-manager', role: 'controller-manager', holder: 'ann', connected: true });
  store.put({ kind: 'LoopSwitch', key: 'garbage-collector', seat: 'controller-manager', mode: 'hand' });
  expect(act(store, { verb: 'removeNode', node: 'node-1' })).toBeNull();
  act(store, { verb: 'addNode' });
  run(simulation, 20);
  expect(collector().metadata.uid).toBe(metadata.uid);
  expect(collector().status.containerStatuses).toMatchObject([{ ready: true, restartCount: 0 }]);
});

test('PROV-2 who is on the way out is waited for, unless nobody is there to see to it', () => {
  const simulation = startedSimulation(aSetup({ nodes: 2, settings, manifests: [aPod('slow', { node: 'node-1' })] }));
  const { store } = simulation;
  run(simulation, 30);
  act(store, { verb: 'delete', kind: 'Pod', key: 'default/slow', gracePeriodSeconds: 300 });
  const pod = podOf(store, 'slow');
  expect(pod.metadata.deletionTick).not.toBeNull();
  expect(act(store, { verb: 'removeNode', node: 'node-1' })).toMatchObject({ key: 'nodeNotEmpty' });
  cutLink(store, 'node-1');
  expect(act(store, { verb: 'removeNode', node: 'node-1' })).toBeNull();
});

test('PROV-2 pods that its kubelet runs from files go with their village', () => {
  const simulation = startedSimulation(aSetup({ nodes: 2, settings, addons: [] }));
  const { store } = simulation;
  act(store, { verb: 'putStaticPod', node: 'node-1', manifest: aPod('guard') });
  run(simulation, 20);
  expect(store.keys('Pod')).toEqual(['default/guard-node-1']);
  expect(act(store, { verb: 'removeNode', node: 'node-1' })).toBeNull();
  run(simulation, 5);
  expect([store.count('Pod'), store.count('Sandbox')]).toEqual([0, 0]);
});
