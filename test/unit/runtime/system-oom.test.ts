import { expect, test } from 'vitest';
import { kubeletSettings } from '../../../shared/api/world/kubelet-settings.ts';
import { MIB } from '../../../shared/base/integers.ts';
import { must } from '../../../shared/base/assert.ts';
import { oomScoreAdjust } from '../../../shared/cluster/runtime/system-oom.ts';
import { aPod } from '../../support/builders.ts';
import { aVillage, boundPod, containerNamed, publishHouse, reasonsAbout, type Village } from '../../support/village.ts';

const GIB = 1024 * MIB;
const node = { name: 'node-1', memoryBytes: GIB, diskBytes: 100 * MIB, maxProcesses: 1000 };
/** Its kubelet sends nobody off. */
const aSmallVillage = (): Village =>
  aVillage({ nodes: [node], settings: { kubelet: kubeletSettings.parse({ evictionHard: {} }) } });

test('RUNTIME-17 when a node has none left between two looks, the kernel kills the least protected', () => {
  const { world, tick } = aSmallVillage();
  publishHouse(world, 'house:1', { memoryBytes: 100 * MIB });
  publishHouse(world, 'leak:1', { memoryBytes: 100 * MIB, leakBytesPerTick: 50 * MIB });
  boundPod(world, 'calm', { memory: '200Mi', memoryLimit: '200Mi', cpu: '1', cpuLimit: '1' });
  boundPod(world, 'leak', { image: 'leak:1' });
  tick(30);
  expect(containerNamed(world, 'leak')).toMatchObject({ restartCount: 1 });
  expect(containerNamed(world, 'leak').lastState).toMatchObject({ reason: 'OOMKilled', exitCode: 137 });
  expect(containerNamed(world, 'calm').restartCount).toBe(0);
  expect(reasonsAbout(world, 'node-1')).toContain('SystemOOM');
});

test('RUNTIME-17 the oom score follows the class and the request', () => {
  const adjust = (options: object) => oomScoreAdjust({ spec: aPod('web', options).spec }, GIB);
  expect(adjust({})).toBe(1000);
  expect(adjust({ cpu: '1', cpuLimit: '1', memory: '1Gi', memoryLimit: '1Gi' })).toBe(-997);
  expect(adjust({ memory: '512Mi' })).toBe(500);
  expect(adjust({ memory: '1Gi' })).toBe(3);
  expect(adjust({ memory: '1' })).toBe(999);
});

test('RUNTIME-17 what runs beside the pods counts from when it comes (seed 920047)', () => {
  const { world, tick } = aSmallVillage();
  publishHouse(world, 'leak:1', { memoryBytes: 100 * MIB, leakBytesPerTick: 10 * MIB });
  boundPod(world, 'leak', { image: 'leak:1' });
  tick(20);
  const machine = must(world.get('Machine', 'node-1'), 'node-1');
  world.put({ ...machine, stray: { memory: 500 * MIB, disk: 0, processes: 0 } });
  tick(20);
  expect(containerNamed(world, 'leak').restartCount).toBe(0);
  tick(20);
  expect(containerNamed(world, 'leak').restartCount).toBe(1);
  expect(reasonsAbout(world, 'node-1')).toContain('SystemOOM');
});
