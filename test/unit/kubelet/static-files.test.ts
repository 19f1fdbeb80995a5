// Files that hands put into a kubelet's folder, and take out again.
import { expect, test } from 'vitest';
import { crashMachine, cutLink } from '../../../shared/cluster/runtime/failures.ts';
import type { Verb } from '../../../shared/cluster/verbs/table.ts';
import { act, aConfigMap, aPod, podOf } from '../../support/builders.ts';
import { aVillage, containerNamed, deletePod, publishHouse, type Village } from '../../support/village.ts';

const MIRROR = 'default/guard-node-1';

function anEmptyDrawer(): Village {
  const village = aVillage();
  for (const image of ['house:1', 'house:2']) publishHouse(village.world, image);
  return village;
}

const guard = (image = 'house:1', more: object = {}) => aPod('guard', { image, ...more });
const put = (manifest: object): Verb => ({ verb: 'putStaticPod', node: 'node-1', manifest }) as Verb;
const takeOut: Verb = { verb: 'removeStaticPod', node: 'node-1', name: 'guard' };

test('KUBELET-84 a file that is put there runs at once, cut off from the API server too; its mirror comes with the road', () => {
  const { world, tick } = anEmptyDrawer();
  cutLink(world, 'node-1');
  expect(act(world, put(guard()))).toBeNull();
  tick(8);
  expect(containerNamed(world, 'guard-node-1').state.type).toBe('running');
  expect(world.count('Pod')).toBe(0);
  act(world, { verb: 'repairLink', node: 'node-1' });
  tick(2);
  expect(podOf(world, 'guard-node-1').status.phase).toBe('Running');
  const { revision } = world;
  expect(act(world, put(guard()))).toBeNull();
  expect(world.revision).toBe(revision);
});

test('KUBELET-84 a file that is gone takes its pod along with its grace, and then the mirror', () => {
  const { world, tick } = anEmptyDrawer();
  act(world, put(guard()));
  tick(8);
  expect(act(world, { verb: 'stopPod', pod: MIRROR })).toMatchObject({ key: 'podStatic' });
  expect(act(world, takeOut)).toBeNull();
  tick();
  expect(containerNamed(world, 'guard-node-1').state.type).toBe('running');
  expect(act(world, put(guard()))).toMatchObject({ code: 409, key: 'staticPodLeaving' });
  tick(6);
  expect([world.count('Sandbox'), world.count('Pod')]).toEqual([0, 0]);
  expect(world.get('Machine', 'node-1')).not.toHaveProperty('staticPods');
  expect(act(world, takeOut)).toMatchObject({ code: 404, key: 'noStaticFile' });
  expect(act(world, put(guard()))).toBeNull();
  tick(8);
  expect(podOf(world, 'guard-node-1').status.phase).toBe('Running');
});

test('KUBELET-84 a pod whose file went while its village was cut off leaves, and its mirror when the road is open', () => {
  const { world, tick } = anEmptyDrawer();
  act(world, put(guard()));
  tick(8);
  cutLink(world, 'node-1');
  act(world, takeOut);
  tick(8);
  expect([world.count('Sandbox'), world.count('Pod')]).toEqual([0, 1]);
  expect(act(world, { verb: 'admitPod', pod: MIRROR })).toMatchObject({ code: 403, key: 'podStatic' });
  act(world, { verb: 'repairLink', node: 'node-1' });
  tick();
  expect(world.count('Pod')).toBe(0);
});

test('KUBELET-84 another text under the same name ends the pod before first', () => {
  const { world, tick } = anEmptyDrawer();
  act(world, put(guard('house:1')));
  tick(8);
  const { uid } = podOf(world, 'guard-node-1').metadata;
  act(world, put(guard('house:2')));
  tick();
  expect(world.count('Sandbox')).toBe(1);
  tick(14);
  const now = podOf(world, 'guard-node-1');
  expect(now.metadata.uid).not.toBe(uid);
  expect(now).toMatchObject({ spec: { containers: [{ image: 'house:2' }] }, status: { phase: 'Running' } });
  expect(world.count('Sandbox')).toBe(1);
});

test('KUBELET-11 files that a village finds while it is cut off get addresses of their own', () => {
  const { world, tick } = anEmptyDrawer();
  cutLink(world, 'node-1');
  for (const name of ['guard', 'lamp']) act(world, put(aPod(name, { image: 'house:1' })));
  tick(2);
  const addresses = [...world.list('Sandbox')].map(({ address }) => address);
  expect([addresses.length, new Set(addresses).size]).toEqual([2, 2]);
});

test('KUBELET-84 a pod of the same name on the same node is ended without it', () => {
  const { world, tick } = anEmptyDrawer();
  act(world, { verb: 'apply', manifest: aPod('guard-node-1', { image: 'house:1', node: 'node-1' }) });
  tick(8);
  act(world, put(guard()));
  tick(2);
  expect(world.count('Sandbox')).toBe(2);
  deletePod(world, 'guard-node-1');
  tick(12);
  expect(world.keys('Sandbox')).toEqual([podOf(world, 'guard-node-1').metadata.uid]);
  expect(podOf(world, 'guard-node-1').status.phase).toBe('Running');
});

test('KUBELET-84 by hand, whoever heads the village stops it', () => {
  const { world, tick } = anEmptyDrawer();
  world.put({ kind: 'Seat', key: 'kubelet/node-1', role: 'kubelet', holder: 'ann', connected: true });
  world.put({ kind: 'LoopSwitch', key: 'kubelet/node-1', seat: 'kubelet/node-1', mode: 'auto' });
  act(world, put(guard()));
  tick(8);
  world.put({ kind: 'LoopSwitch', key: 'kubelet/node-1', seat: 'kubelet/node-1', mode: 'hand' });
  act(world, takeOut);
  tick(5);
  expect(containerNamed(world, 'guard-node-1').state.type).toBe('running');
  expect(act(world, { verb: 'stopPod', pod: MIRROR })).toBeNull();
  tick(5);
  expect([world.count('Sandbox'), world.count('Pod')]).toEqual([0, 0]);
});

test.each([
  ['staticPodKind', 422, aConfigMap('guard', {})],
  ['staticPodNamespace', 422, { ...guard(), metadata: { name: 'guard', namespace: 'annex' } }],
  ['staticPodNeedsApi', 403, guard('house:1', { container: { envFrom: [{ configMapRef: { name: 'guard' } }] } })],
  ['invalidStaticName', 422, aPod('g'.repeat(250))],
  ['staticPodUnfit', 403, guard('house:1', { container: { resources: { requests: { cpu: '999' } } } })],
  ['invalidVolumeMount', 422, guard('house:1', { container: { volumeMounts: [{ name: 'chest', mountPath: '/' }] } })],
])('KUBELET-84 refused: %s', (key, code, manifest) => {
  const { world } = anEmptyDrawer();
  const { revision } = world;
  expect(act(world, put(manifest))).toMatchObject({ code, key });
  expect(world.revision).toBe(revision);
});

test('KUBELET-84 nobody puts a file on a machine without power, or more than the drawer holds', () => {
  const { world } = anEmptyDrawer();
  for (let count = 1; count <= 16; count += 1) expect(act(world, put(aPod(`guard-${count}`)))).toBeNull();
  expect(act(world, put(guard()))).toMatchObject({ code: 403, key: 'tooManyStaticPods' });
  expect(act(world, put(aPod('guard-1', { image: 'house:2' })))).toBeNull();
  crashMachine(world, 'node-1');
  expect(act(world, put(guard()))).toMatchObject({ code: 503, key: 'nodeOff' });
  expect(act(world, takeOut)).toMatchObject({ code: 503, key: 'nodeOff' });
});

test('KUBELET-42 restored at every tick, a drawer that is filled, changed and emptied is the same', () => {
  const play = (restores: boolean) => {
    const village = anEmptyDrawer();
    for (let tick = 1; tick <= 45; tick += 1) {
      if (tick === 3) act(village.world, put(guard()));
      if (tick === 15) act(village.world, put(guard('house:2')));
      if (tick === 32) act(village.world, takeOut);
      village.tick();
      if (restores) village.restore();
    }
    expect(village.world.count('Sandbox')).toBe(0);
    return village.world.hash();
  };
  expect(play(true)).toEqual(play(false));
});
