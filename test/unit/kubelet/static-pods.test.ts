import { expect, test } from 'vitest';
import { cutLink } from '../../../shared/cluster/runtime/failures.ts';
import { act, aPod, aSetup, podOf, run, startedSimulation } from '../../support/builders.ts';
import { aVillage, containerNamed, deletePod, publishHouse, type Village } from '../../support/village.ts';

const KEY = 'default/guard-node-1';

function aGuardedVillage(): Village {
  const { nodeName: _none, ...spec } = aPod('guard', { image: 'house:1' }).spec;
  const village = aVillage({
    nodes: [{ name: 'node-1', staticPods: [{ name: 'guard', labels: { app: 'guard' }, spec }] }],
  });
  publishHouse(village.world, 'house:1');
  return village;
}

test('KUBELET-80 a static pod runs without the API server, its mirror follows when the road is open', () => {
  const { world, tick } = aGuardedVillage();
  cutLink(world, 'node-1');
  tick(8);
  expect(world.count('Pod')).toBe(0);
  expect(containerNamed(world, 'guard-node-1').state.type).toBe('running');
  act(world, { verb: 'repairLink', node: 'node-1' });
  tick(2);
  expect(podOf(world, 'guard-node-1')).toMatchObject({
    metadata: { labels: { app: 'guard' }, ownerReferences: [{ kind: 'Node', name: 'node-1' }] },
    status: { phase: 'Running' },
  });
});

test('KUBELET-81 who deletes the mirror deletes a picture: it comes back, and the pod runs on', () => {
  const { world, tick } = aGuardedVillage();
  tick(8);
  const { state } = containerNamed(world, 'guard-node-1');
  const before = podOf(world, 'guard-node-1').metadata.resourceVersion;
  deletePod(world, 'guard-node-1');
  tick(3);
  expect(podOf(world, 'guard-node-1').metadata).toMatchObject({ deletionTick: null });
  expect(podOf(world, 'guard-node-1').metadata.resourceVersion).toBeGreaterThan(before);
  deletePod(world, 'guard-node-1', 0);
  tick(3);
  expect(podOf(world, 'guard-node-1').status.phase).toBe('Running');
  expect(containerNamed(world, 'guard-node-1').state).toEqual(state);
  expect(act(world, { verb: 'stopPod', pod: KEY })).toMatchObject({ key: 'podStatic' });
});

test('KUBELET-81 a machine whose Node is not in the ledger shows no mirror, and what stands there runs on', () => {
  const { world, tick } = aGuardedVillage();
  tick(8);
  const { state } = containerNamed(world, 'guard-node-1');
  world.remove('Node', 'node-1');
  deletePod(world, 'guard-node-1', 0);
  tick(5);
  expect(world.get('Pod', KEY)).toBeUndefined();
  expect(containerNamed(world, 'guard-node-1').state).toEqual(state);
});

test('KUBELET-80 a reboot brings it back', () => {
  const { world, tick } = aGuardedVillage();
  tick(8);
  act(world, { verb: 'reboot', node: 'node-1' });
  tick(12);
  expect(containerNamed(world, 'guard-node-1')).toMatchObject({ restartCount: 1, state: { type: 'running' } });
});

test('KUBELET-42 restored at every tick, a village with a static pod is the same', () => {
  const play = (restores: boolean) => {
    const village = aGuardedVillage();
    for (let tick = 1; tick <= 30; tick += 1) {
      if (tick === 15) deletePod(village.world, 'guard-node-1');
      village.tick();
      if (restores) village.restore();
    }
    return village.world.hash();
  };
  expect(play(true)).toEqual(play(false));
});

function aGuardedTown() {
  const { nodeName: _none, ...spec } = aPod('guard', { image: 'hut:1.0' }).spec;
  const nodes = [{ name: 'node-1', staticPods: [{ name: 'guard', spec }] }, 'node-2'];
  return run(startedSimulation(aSetup({ nodes })), 40);
}

test.each([
  ['a drain', { verb: 'drain', node: 'node-1', drain: true }],
  ['a NoExecute taint', { verb: 'taintNode', node: 'node-1', key: 'podville.io/works', effect: 'NoExecute' }],
] as const)('KUBELET-80 DRAIN-1 %s does not send it off', (_name, verb) => {
  const simulation = aGuardedTown();
  const { uid, resourceVersion } = podOf(simulation.store, 'guard-node-1').metadata;
  act(simulation.store, verb);
  run(simulation, 30);
  expect(podOf(simulation.store, 'guard-node-1').metadata).toMatchObject({ uid, resourceVersion });
});

test('PROV-2 KUBELET-80 a machine where nothing else stands can be given back', () => {
  const simulation = aGuardedTown();
  expect(act(simulation.store, { verb: 'removeNode', node: 'node-1' })).toBeNull();
  run(simulation, 5);
  expect(simulation.store.get('Pod', KEY)).toBeUndefined();
  expect(simulation.store.by('sandboxesByNode', 'node-1')).toEqual([]);
});

test('KUBELET-81 in a whole town its mirror is left alone by the controllers', () => {
  const simulation = aGuardedTown();
  const { metadata, status } = podOf(simulation.store, 'guard-node-1');
  expect(status.phase).toBe('Running');
  expect(metadata.creationTick).toBe(1);
});
