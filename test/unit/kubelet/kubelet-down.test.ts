/** A kubelet that has stopped: the village goes on, and nobody looks after it. */
import { describe, expect, test } from 'vitest';
import { isPodReady } from '../../../shared/api/pod.ts';
import { nextSteps } from '../../../shared/cluster/kubelet/next-steps.ts';
import { kubeletOf } from '../../../shared/cluster/processes.ts';
import { crashMachine, stopKubelet } from '../../../shared/cluster/runtime/failures.ts';
import { servingCapacityRps } from '../../../shared/cluster/runtime/serving.ts';
import { makeLate } from '../../../shared/cluster/sight/sight.ts';
import type { Store } from '../../../shared/store/store.ts';
import { act, podOf } from '../../support/builders.ts';
import {
  aVillage,
  boundPod,
  containerNamed,
  deletePod,
  publishHouse,
  sandboxNamed,
  type Village,
} from '../../support/village.ts';

const renewedTick = (world: Store) => world.get('Lease', 'kube-node-lease/node-1')?.spec.renewTick ?? 0;

/** One pod runs; then its kubelet stops. */
function aVillageWithoutHead(): Village {
  const village = aVillage();
  publishHouse(village.world, 'house:1');
  boundPod(village.world, 'web');
  village.tick(10);
  stopKubelet(village.world, 'node-1');
  return village;
}

describe('a kubelet that does not run', () => {
  test('KUBELET-82 what runs serves on; nothing begins, nothing ends, no lease is renewed', () => {
    const { world, tick } = aVillageWithoutHead();
    const renewed = renewedTick(world);
    boundPod(world, 'late');
    deletePod(world, 'web');
    tick(60);
    expect(servingCapacityRps(world, sandboxNamed(world, 'web'))).toBe(20);
    expect(podOf(world, 'web').metadata.deletionTick).not.toBeNull();
    expect(world.by('sandboxesByPod', 'default/late')).toEqual([]);
    expect(renewedTick(world)).toBe(renewed);
    expect(nextSteps(world, 'node-1').map(({ reason }) => reason)).toEqual(['kubeletDown', 'kubeletDown']);
    expect(act(world, { verb: 'killContainer', pod: 'default/web', container: 'app' })).toMatchObject({
      key: 'kubeletDown',
    });
    expect(act(world, { verb: 'admitPod', pod: 'default/late' })).toMatchObject({ key: 'kubeletDown' });
  });

  test('KUBELET-82 a container that ends is not started again, and no probe asks', () => {
    const village = aVillage();
    const { world, tick } = village;
    publishHouse(world, 'frail:1', { exit: { afterTicks: 20, code: 1, lastWords: '' } });
    publishHouse(world, 'slow:1', { startTicks: 15 });
    boundPod(world, 'frail', { image: 'frail:1' });
    const readinessProbe = { httpGet: { port: 8080 }, periodSeconds: 1 };
    boundPod(world, 'slow', { image: 'slow:1', container: { image: 'slow:1', readinessProbe } });
    tick(10);
    stopKubelet(world, 'node-1');
    tick(60);
    expect(containerNamed(world, 'frail').state.type).toBe('terminated');
    expect(containerNamed(world, 'slow').readiness?.result).toBe('Failure');
    expect(act(world, { verb: 'restartKubelet', node: 'node-1' })).toBeNull();
    tick(10);
    expect(containerNamed(world, 'frail').restartCount).toBe(1);
    expect(isPodReady(podOf(world, 'slow'))).toBe(true);
  });

  test('KUBELET-82 a pull is given up, and goes on from the layers that have arrived', () => {
    const village = aVillage();
    const { world, tick } = village;
    publishHouse(world, 'large:1', { layersMib: [5, 50] });
    boundPod(world, 'large', { image: 'large:1' });
    tick(12);
    stopKubelet(world, 'node-1');
    expect(world.count('ImagePull')).toBe(0);
    expect(Object.keys(world.get('ImageCache', 'node-1')?.layers ?? {})).toHaveLength(1);
    tick(80);
    expect(containerNamed(world, 'large').state.type).toBe('waiting');
    expect(act(world, { verb: 'restartKubelet', node: 'node-1' })).toBeNull();
    tick(70);
    expect(containerNamed(world, 'large').state.type).toBe('running');
  });

  test('KUBELET-83 started again it looks at everything, and what ran all the while runs on', () => {
    const village = aVillageWithoutHead();
    const { world, tick } = village;
    boundPod(world, 'late');
    boundPod(world, 'gone');
    tick(100);
    village.restore();
    const began = containerNamed(village.world, 'web').state;
    expect(act(village.world, { verb: 'restartKubelet', node: 'node-1' })).toBeNull();
    expect(act(village.world, { verb: 'restartKubelet', node: 'node-1' })).toMatchObject({ key: 'processStarting' });
    village.tick(20);
    expect(containerNamed(village.world, 'web')).toMatchObject({ state: began, restartCount: 0 });
    expect(containerNamed(village.world, 'late').state.type).toBe('running');
    expect(village.world.tick - renewedTick(village.world)).toBeLessThanOrEqual(10);
    expect(act(village.world, { verb: 'restartKubelet', node: 'node-1' })).toMatchObject({ key: 'watchIsWell' });
  });

  test('KUBELET-83 one whose news were late gives up what it fetches, and fetches it anew', () => {
    const { world, tick } = aVillage();
    publishHouse(world, 'big:1', { layersMib: [40] });
    boundPod(world, 'big', { image: 'big:1' });
    tick(3);
    expect(world.count('ImagePull')).toBe(1);
    makeLate(world, kubeletOf('node-1'), 30);
    expect(act(world, { verb: 'restartKubelet', node: 'node-1' })).toBeNull();
    expect(world.count('ImagePull')).toBe(0);
    tick(10);
    expect(world.count('ImagePull')).toBe(1);
    tick(60);
    expect(containerNamed(world, 'big').state.type).toBe('running');
  });

  test('KUBELET-83 a reboot starts it with the machine', () => {
    const { world, tick } = aVillageWithoutHead();
    crashMachine(world, 'node-1');
    expect(act(world, { verb: 'reboot', node: 'node-1' })).toBeNull();
    tick(20);
    expect(world.get('Machine', 'node-1')).not.toHaveProperty('kubeletDownTick');
    expect(containerNamed(world, 'web').state.type).toBe('running');
  });
});
