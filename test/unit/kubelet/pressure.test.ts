import { describe, expect, test } from 'vitest';
import { MIB } from '../../../shared/base/integers.ts';
import { kubeletSettings } from '../../../shared/api/world/kubelet-settings.ts';
import { beginFault } from '../../../shared/cluster/faults/begin.ts';
import type { Store } from '../../../shared/store/store.ts';
import { act, nodeOf, podOf } from '../../support/builders.ts';
import {
  aVillage,
  boundPod,
  containerNamed,
  deletePod,
  messagesAbout,
  publishHouse,
  reasonsAbout,
  sandboxNamed,
  type Village,
} from '../../support/village.ts';

const GIB = 1024 * MIB;
const node = { name: 'node-1', memoryBytes: GIB, diskBytes: 100 * MIB, maxProcesses: 1000 };
const aSmallVillage = (settings: object = {}): Village =>
  aVillage({ nodes: [node], settings: { kubelet: kubeletSettings.parse(settings) } });

const condition = (world: Store, type: string) =>
  nodeOf(world, 'node-1').status.conditions.find((one) => one.type === type);
const evicted = (world: Store) => world.keys('Pod').filter((key) => world.get('Pod', key)?.status.reason === 'Evicted');

describe('memory', () => {
  /** 400 MiB each: the third one is too many. */
  function crowd(village: Village): void {
    const { world } = village;
    publishHouse(world, 'house:1', { memoryBytes: 320 * MIB });
    boundPod(world, 'modest', { memory: '400Mi' });
    boundPod(world, 'greedy', { memory: '100Mi' });
    boundPod(world, 'guest');
  }

  test('KUBELET-70 KUBELET-71 too little left: pressure is reported, and one pod over its request goes', () => {
    const village = aSmallVillage();
    const { world, tick } = village;
    crowd(village);
    tick(25);
    expect(condition(world, 'MemoryPressure')).toMatchObject({
      status: 'True',
      reason: 'KubeletHasInsufficientMemory',
    });
    expect(evicted(world)).toEqual(['default/guest']);
    expect(podOf(world, 'guest').status).toMatchObject({
      phase: 'Failed',
      message:
        'The node was low on resource: memory. Threshold quantity: 102400Ki, available: 65536Ki. Container app was using 327680Ki, request is 0, has larger consumption of memory. ',
    });
    expect(containerNamed(world, 'guest').state).toMatchObject({
      type: 'terminated',
      finishedTick: expect.any(Number),
    });
    expect(reasonsAbout(world, 'guest')).toContain('Evicted');
    expect(messagesAbout(world, 'node-1')).toContain('Attempting to reclaim memory');
    tick(100);
    expect(evicted(world)).toHaveLength(1);
    expect(world.get('Pod', 'default/guest')).toBeDefined();
  });

  test('KUBELET-72 pressure stays reported for five minutes, and best-effort pods are turned away meanwhile', () => {
    const village = aSmallVillage();
    const { world, tick } = village;
    crowd(village);
    tick(40);
    boundPod(world, 'late');
    boundPod(world, 'asking', { memory: '10Mi', image: 'none:1' });
    tick(2);
    expect(podOf(world, 'late').status).toMatchObject({
      phase: 'Failed',
      reason: 'Evicted',
      message: 'Pod was rejected: The node had condition: [MemoryPressure]. ',
    });
    expect(sandboxNamed(world, 'asking')).toBeDefined();
    tick(240);
    expect(condition(world, 'MemoryPressure')?.status).toBe('True');
    tick(60);
    expect(condition(world, 'MemoryPressure')?.status).toBe('False');
    expect(reasonsAbout(world, 'node-1')).toContain('NodeHasSufficientMemory');
  });

  test('KUBELET-71 by hand, too, only a starving village sends pods off, and never critical ones', () => {
    const { world, tick } = aSmallVillage();
    publishHouse(world, 'house:1', { memoryBytes: 960 * MIB });
    boundPod(world, 'web');
    tick(3);
    expect(act(world, { verb: 'evictForPressure', pod: 'default/web' })).toMatchObject({ key: 'nodeNotStarved' });
    const { spec, ...pod } = podOf(world, 'web');
    deletePod(world, 'web', 0);
    world.put({ ...pod, metadata: { ...pod.metadata, uid: 'other' }, spec: { ...spec, priority: 2_000_000_000 } });
    tick(30);
    expect(condition(world, 'MemoryPressure')?.status).toBe('True');
    expect(act(world, { verb: 'evictForPressure', pod: 'default/web' })).toMatchObject({ key: 'podCritical' });
    expect(evicted(world)).toEqual([]);
  });

  test('KUBELET-73 a soft threshold has its time of grace', () => {
    const { world, tick } = aSmallVillage({
      evictionHard: {},
      evictionSoft: { 'memory.available': '500Mi' },
      evictionSoftGracePeriod: { 'memory.available': '1m' },
    });
    publishHouse(world, 'house:1', { memoryBytes: 600 * MIB });
    boundPod(world, 'web');
    tick(55);
    expect(condition(world, 'MemoryPressure')?.status).toBe('True');
    expect(evicted(world)).toEqual([]);
    tick(40);
    expect(evicted(world)).toEqual(['default/web']);
  });

  test.each([
    [{}, 1],
    [{ evictionMaxPodGraceTicks: 20 }, 20],
    [{ evictionMaxPodGraceTicks: 90 }, 30],
  ])('KUBELET-73 with %j a soft threshold leaves a pod of 30 s %i s', (more, graceTicks) => {
    const { world, tick } = aSmallVillage({
      evictionHard: {},
      evictionSoft: { 'memory.available': '500Mi' },
      evictionSoftGracePeriod: { 'memory.available': '1s' },
      ...more,
    });
    publishHouse(world, 'house:1', { memoryBytes: 600 * MIB });
    boundPod(world, 'web');
    tick(5);
    while (sandboxNamed(world, 'web').killTick === null) tick();
    expect(sandboxNamed(world, 'web').killTick).toBe(world.tick + graceTicks);
  });

  test('KUBELET-73 more is won back for a threshold that acted, not for one that was never crossed', () => {
    const play = (settings: object) => {
      const { world, tick } = aSmallVillage({ evictionMinimumReclaim: { 'memory.available': '600Mi' }, ...settings });
      publishHouse(world, 'house:1', { memoryBytes: 300 * MIB });
      for (const name of ['a', 'b']) boundPod(world, name);
      tick(60);
      return evicted(world).length;
    };
    const soft = { 'memory.available': '500Mi' };
    const patient = { evictionSoft: soft, evictionSoftGracePeriod: { 'memory.available': '5m' } };
    expect(play({ evictionHard: { 'memory.available': '100Mi' }, ...patient })).toBe(0);
    expect(play({ evictionHard: soft })).toBe(2);
  });
});

describe('disk and processes', () => {
  test('KUBELET-74 a full disk first loses images that nobody uses, then a pod', () => {
    const { world, tick } = aSmallVillage();
    publishHouse(world, 'old:1', { layersMib: [40] });
    publishHouse(world, 'house:1', { layersMib: [50], writesBytesPerTick: 0 });
    publishHouse(world, 'scribe:1', { layersMib: [5], writesBytesPerTick: MIB });
    boundPod(world, 'past', { image: 'old:1' });
    tick(60);
    deletePod(world, 'past');
    boundPod(world, 'web');
    tick(80);
    expect(Object.keys(world.get('ImageCache', 'node-1')?.images ?? {})).toEqual(['docker.io/library/house:1']);
    expect(evicted(world)).toEqual([]);
    expect(condition(world, 'DiskPressure')?.status).toBe('True');
    expect(messagesAbout(world, 'node-1')).toContain('Attempting to reclaim ephemeral-storage');
    tick(400);
    boundPod(world, 'scribe', { image: 'scribe:1' });
    tick(60);
    expect(evicted(world)).toEqual(['default/scribe']);
  });

  test('KUBELET-75 under disk pressure nobody is let in', () => {
    const { world, tick } = aSmallVillage({ evictionHard: { 'nodefs.available': '50%' } });
    publishHouse(world, 'house:1', { layersMib: [60] });
    boundPod(world, 'web', { cpu: '1', cpuLimit: '1', memory: '1Mi', memoryLimit: '100Mi' });
    tick(85);
    boundPod(world, 'late', { memory: '1Mi' });
    tick(2);
    expect(podOf(world, 'late').status.reason).toBe('Evicted');
  });

  test('KUBELET-76 who forks without end goes when process numbers run out', () => {
    const { world, tick } = aSmallVillage({ evictionHard: { 'pid.available': '10%' } });
    publishHouse(world, 'house:1');
    publishHouse(world, 'bomb:1', { forksPerTick: 50 });
    boundPod(world, 'web');
    boundPod(world, 'bomb', { image: 'bomb:1' });
    tick(40);
    expect(evicted(world)).toEqual(['default/bomb']);
    expect(condition(world, 'PIDPressure')?.status).toBe('True');
  });
});

describe('image garbage collection', () => {
  /** Without eviction, on a disk of 100 MiB. */
  const calm = { evictionHard: {} };

  test('KUBELET-77 from 85 percent on unused images go, the least recently used first, until 80 percent are left', () => {
    const { world, tick } = aSmallVillage(calm);
    for (const name of ['first', 'second']) {
      publishHouse(world, `${name}:1`, { layersMib: [20] });
      boundPod(world, name, { image: `${name}:1` });
      tick(30);
      deletePod(world, name);
    }
    publishHouse(world, 'house:1', { layersMib: [50] });
    boundPod(world, 'web');
    tick(600);
    expect(Object.keys(world.get('ImageCache', 'node-1')?.images ?? {}).sort()).toEqual([
      'docker.io/library/house:1',
      'docker.io/library/second:1',
    ]);
  });

  /** Lived in until tick 35 or so; nobody uses its image afterwards. */
  function aDesertedVillage(settings: object): Village {
    const village = aSmallVillage({ ...calm, ...settings });
    publishHouse(village.world, 'past:1', { layersMib: [20] });
    boundPod(village.world, 'past', { image: 'past:1' });
    village.tick(30);
    deletePod(village.world, 'past');
    village.tick(5);
    return village;
  }
  const cachedImages = ({ world }: Village) => Object.keys(world.get('ImageCache', 'node-1')?.images ?? {});

  test('KUBELET-77 an image that was unused for too long goes at the next round, though nothing else happens', () => {
    const village = aDesertedVillage({ imageMaximumGCAgeTicks: 700 });
    village.tick(600);
    expect(cachedImages(village)).toHaveLength(1);
    village.tick(500);
    expect(cachedImages(village)).toEqual([]);
  });

  test('KUBELET-77 too young to make room is not too young to go unused', () => {
    const village = aDesertedVillage({ imageMaximumGCAgeTicks: 100, imageMinimumGCAgeTicks: 3000 });
    village.tick(600);
    expect(cachedImages(village)).toEqual([]);
  });

  test('KUBELET-77 a kubelet that slept through its round has the next', () => {
    const village = aDesertedVillage({ imageMaximumGCAgeTicks: 400 });
    expect(beginFault(village.world, 'kubelet-down', 'node-1')).toBeNull();
    village.tick(900);
    expect(cachedImages(village)).toHaveLength(1);
    expect(act(village.world, { verb: 'restartKubelet', node: 'node-1' })).toBeNull();
    village.tick(350);
    expect(cachedImages(village)).toEqual([]);
  });

  test('KUBELET-78 what is in use is never collected; the kubelet says that it cannot free enough', () => {
    const { world, tick } = aSmallVillage(calm);
    publishHouse(world, 'house:1', { layersMib: [90] });
    boundPod(world, 'web');
    tick(700);
    expect(messagesAbout(world, 'node-1').join()).toContain('Failed to garbage collect required amount of images');
    expect(containerNamed(world, 'web').state.type).toBe('running');
    expect(act(world, { verb: 'collectImages', node: 'node-1', unused: true })).toMatchObject({
      key: 'noImagesToCollect',
    });
  });

  test('KUBELET-77 by hand it may be done at any time, and a shared layer stays', () => {
    const { world, tick } = aSmallVillage(calm);
    publishHouse(world, 'house:1', { base: 'stone', layersMib: [10] });
    publishHouse(world, 'other:1', { base: 'stone', layersMib: [10, 5] });
    boundPod(world, 'web');
    boundPod(world, 'past', { image: 'other:1' });
    tick(30);
    deletePod(world, 'past');
    tick(5);
    expect(act(world, { verb: 'collectImages', node: 'node-1' })).toMatchObject({ key: 'noImagesToCollect' });
    expect(act(world, { verb: 'collectImages', node: 'node-1', unused: true })).toBeNull();
    const { images = {}, layers = {} } = world.get('ImageCache', 'node-1') ?? {};
    expect([Object.keys(images).length, Object.keys(layers).length]).toEqual([1, 1]);
  });
});
