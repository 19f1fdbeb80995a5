import { describe, expect, test } from 'vitest';
import { nextSteps } from '../../../shared/cluster/kubelet/next-steps.ts';
import { crashMachine, cutLink } from '../../../shared/cluster/runtime/failures.ts';
import { isRunning } from '../../../shared/cluster/runtime/serving.ts';
import { isPodReady } from '../../../shared/api/pod.ts';
import { act, podOf } from '../../support/builders.ts';
import {
  aVillage,
  boundPod,
  containerNamed,
  deletePod,
  publishHouse,
  reasonsAbout,
  sandboxNamed,
  type Village,
} from '../../support/village.ts';

function aRunningVillage(house: Parameters<typeof publishHouse>[2] = {}): Village {
  const village = aVillage();
  publishHouse(village.world, 'house:1', house);
  boundPod(village.world, 'web');
  village.tick(10);
  return village;
}

describe('a crash', () => {
  test('RUNTIME-1 ends every process at once, and the ledger does not know', () => {
    const { world, tick } = aRunningVillage();
    crashMachine(world, 'node-1');
    tick();
    expect(isRunning(world, sandboxNamed(world, 'web'))).toBe(false);
    expect(isPodReady(podOf(world, 'web'))).toBe(true);
  });

  test('RUNTIME-1 loses pulls, and keeps the image cache', () => {
    const { world, tick } = aRunningVillage();
    publishHouse(world, 'house:2', { layersMib: [50] });
    boundPod(world, 'big', { image: 'house:2' });
    tick(5);
    expect(world.count('ImagePull')).toBe(1);
    crashMachine(world, 'node-1');
    expect(world.count('ImagePull')).toBe(0);
    expect(Object.keys(world.get('ImageCache', 'node-1')?.images ?? {})).toEqual(['docker.io/library/house:1']);
  });

  test('RUNTIME-2 is over after a reboot: pods start again from the cache', () => {
    const { world, tick } = aRunningVillage();
    crashMachine(world, 'node-1');
    tick(20);
    expect(act(world, { verb: 'reboot', node: 'node-1' })).toBeNull();
    tick(4);
    expect(world.get('Machine', 'node-1')?.power).toBe('booting');
    tick(3);
    expect(containerNamed(world, 'web')).toMatchObject({
      restartCount: 1,
      state: { type: 'running' },
      lastState: { reason: 'Unknown', exitCode: 255 },
    });
    expect(reasonsAbout(world, 'node-1')).toContain('Rebooted');
    expect(reasonsAbout(world, 'web')).toContain('SandboxChanged');
  });

  test('RUNTIME-4 cannot be rebooted twice at a time', () => {
    const { world } = aRunningVillage();
    expect(act(world, { verb: 'reboot', node: 'node-1' })).toBeNull();
    expect(act(world, { verb: 'reboot', node: 'node-1' })).toMatchObject({ key: 'alreadyBooting' });
    expect(act(world, { verb: 'reboot', node: 'node-9' })).toMatchObject({ code: 404 });
  });
});

describe('a cut link', () => {
  test('RUNTIME-3 KUBELET-2 leaves pods running, and even restarted, unreported', () => {
    const { world, tick } = aRunningVillage({ exit: { afterTicks: 30, code: 1, lastWords: '' } });
    const before = podOf(world, 'web').status;
    cutLink(world, 'node-1');
    tick(40);
    expect(containerNamed(world, 'web')).toMatchObject({ restartCount: 1, state: { type: 'running' } });
    expect(podOf(world, 'web').status).toEqual(before);
  });

  test('KUBELET-1 KUBELET-2 hides deletions and bindings until it is mended', () => {
    const { world, tick } = aRunningVillage();
    cutLink(world, 'node-1');
    deletePod(world, 'web');
    boundPod(world, 'late');
    tick(60);
    expect(isRunning(world, sandboxNamed(world, 'web'))).toBe(true);
    expect(nextSteps(world, 'node-1').map(({ reason }) => reason)).toEqual(['running']);
    expect(world.by('sandboxesByPod', 'default/late')).toEqual([]);
    expect(act(world, { verb: 'repairLink', node: 'node-1' })).toBeNull();
    expect(act(world, { verb: 'repairLink', node: 'node-1' })).toMatchObject({ key: 'linkIsUp' });
    tick(5);
    expect(world.get('Pod', 'default/web')).toBeUndefined();
    expect(containerNamed(world, 'late').state.type).toBe('running');
  });

  test('KUBELET-3 is followed by a report that puts right what was written meanwhile', () => {
    const { world, tick } = aRunningVillage();
    const truth = podOf(world, 'web').status;
    cutLink(world, 'node-1');
    tick(5);
    world.put({ ...podOf(world, 'web'), status: { ...truth, conditions: [] } });
    tick(5);
    expect(podOf(world, 'web').status.conditions).toEqual([]);
    act(world, { verb: 'repairLink', node: 'node-1' });
    tick();
    expect(isPodReady(podOf(world, 'web'))).toBe(true);
  });
});

test('KUBELET-40 leases are renewed each ten ticks, and not by a silent node', () => {
  const { world, tick } = aVillage({ nodes: 20 });
  tick(30);
  const ages = [...world.list('Lease')]
    .filter(({ metadata }) => metadata.namespace === 'kube-node-lease')
    .map((lease) => world.tick - lease.spec.renewTick);
  expect(Math.max(...ages)).toBeLessThan(10);
  expect(new Set(ages).size).toBeGreaterThan(3);
  cutLink(world, 'node-1');
  tick(25);
  expect(world.tick - (world.get('Lease', 'kube-node-lease/node-1')?.spec.renewTick ?? 0)).toBeGreaterThanOrEqual(25);
  act(world, { verb: 'repairLink', node: 'node-1' });
  tick();
  expect(world.get('Lease', 'kube-node-lease/node-1')?.spec.renewTick).toBe(world.tick);
});

test('KUBELET-41 the node says again that it is ready after a silence', () => {
  const { world, tick } = aVillage();
  cutLink(world, 'node-1');
  tick();
  const node = world.get('Node', 'node-1');
  if (!node) throw new Error('no node');
  const [ready] = node.status.conditions;
  if (!ready) throw new Error('no condition');
  world.put({
    ...node,
    status: { ...node.status, conditions: [{ ...ready, status: 'Unknown', reason: 'NodeStatusUnknown' }] },
  });
  tick(3);
  expect(world.get('Node', 'node-1')?.status.conditions[0]?.status).toBe('Unknown');
  act(world, { verb: 'repairLink', node: 'node-1' });
  tick();
  expect(world.get('Node', 'node-1')?.status.conditions[0]).toMatchObject({ status: 'True', reason: 'KubeletReady' });
  expect(reasonsAbout(world, 'node-1')).toContain('NodeReady');
});

test('KUBELET-41 its images are listed in full and as people write them', () => {
  const { world } = aRunningVillage();
  const names = world.get('Node', 'node-1')?.status.images.flatMap((image) => image.names);
  expect(names).toEqual(['docker.io/library/house:1', 'house:1']);
});
