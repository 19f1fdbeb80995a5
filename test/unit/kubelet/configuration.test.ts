/** What a kubelet is told: by its cluster, or by a file of its own. */
import { describe, expect, test } from 'vitest';
import { MIB } from '../../../shared/base/integers.ts';
import { kubeletSettings } from '../../../shared/api/world/kubelet-settings.ts';
import { parseThresholds } from '../../../shared/cluster/kubelet/eviction/thresholds.ts';
import { isValidGcPolicy } from '../../../shared/cluster/kubelet/images/image-gc.ts';
import { clusterSetup } from '../../../shared/session/setup.ts';
import type { Store } from '../../../shared/store/store.ts';
import { act, aSetup, nodeOf } from '../../support/builders.ts';
import { aVillage, boundPod, deletePod, publishHouse } from '../../support/village.ts';

const memoryPressure = (world: Store) =>
  nodeOf(world, 'node-1').status.conditions.find(({ type }) => type === 'MemoryPressure')?.status;
const aSmallVillage = (settings: object = {}) =>
  aVillage({
    nodes: [{ name: 'node-1', memoryBytes: 1024 * MIB, diskBytes: 100 * MIB }],
    settings: { kubelet: kubeletSettings.parse(settings) },
  });

describe('KUBELET-79 a configuration of its own', () => {
  const configure = (world: Store, config: object) =>
    act(world, { verb: 'configureKubelet', node: 'node-1', config: kubeletSettings.parse(config) });

  test('KUBELET-79 with another threshold the same memory is too little', () => {
    const { world, tick } = aSmallVillage({ evictionPressureTransitionTicks: 30 });
    tick(15);
    expect(memoryPressure(world)).toBe('False');
    expect(configure(world, { evictionHard: { 'memory.available': '2Gi' } })).toBeNull();
    tick(15);
    expect(memoryPressure(world)).toBe('True');
    expect(configure(world, { evictionPressureTransitionTicks: 30 })).toBeNull();
    tick(50);
    expect(memoryPressure(world)).toBe('False');
  });

  test('KUBELET-79 images that nobody uses go at the age that its file says', () => {
    const { world, tick } = aSmallVillage();
    publishHouse(world, 'past:1', { layersMib: [1] });
    boundPod(world, 'past', { image: 'past:1' });
    tick(20);
    deletePod(world, 'past');
    expect(configure(world, { imageMaximumGCAgeTicks: 60 })).toBeNull();
    const images = () => Object.keys(world.get('ImageCache', 'node-1')?.images ?? {}).length;
    tick(40);
    expect(images()).toBe(1);
    tick(600);
    expect(images()).toBe(0);
  });

  test('KUBELET-79 what would not start, or changes nothing, is refused', () => {
    const { world } = aSmallVillage();
    expect(configure(world, {})).toMatchObject({ code: 409, key: 'kubeletConfigSame' });
    expect(configure(world, { evictionSoft: { 'memory.available': '1Gi' } })).toMatchObject({
      code: 422,
      key: 'kubeletConfigInvalid',
    });
    expect(world.get('Machine', 'node-1')?.kubelet).toBeUndefined();
  });
});

test('KUBELET-79 wrong thresholds are refused when the cluster is set up', () => {
  const setup = (kubelet: object) => {
    const { settings, ...rest } = aSetup();
    return clusterSetup.safeParse({ ...rest, settings: { ...settings, kubelet } }).success;
  };
  expect(setup({})).toBe(true);
  expect(setup({ evictionHard: { 'mem.available': '1Gi' } })).toBe(false);
  expect(setup({ imageGCHighThresholdPercent: 50, imageGCLowThresholdPercent: 60 })).toBe(false);
  expect(isValidGcPolicy({ highPercent: 101, lowPercent: 1 })).toBe(false);
  expect(parseThresholds(kubeletSettings.parse({}))).toHaveLength(5);
});

test('KUBELET-79 percentages end at 100, what is to be won back is more than none, and a time of grace is any duration', () => {
  const memory = (text: string) => ({ 'memory.available': text });
  const read = (settings: object) => parseThresholds(kubeletSettings.parse({ evictionHard: {}, ...settings }));
  expect(read({ evictionHard: memory('150%') })).toHaveProperty('error');
  expect(read({ evictionHard: memory('100%') })).toEqual([]);
  expect(read({ evictionMinimumReclaim: memory('0%') })).toHaveProperty('error');
  expect(read({ evictionHard: memory('1Gi'), evictionMinimumReclaim: memory('0') })).toHaveLength(1);
  const withGrace = (text: string) => read({ evictionSoft: memory('1Gi'), evictionSoftGracePeriod: memory(text) });
  expect(withGrace('1.5m')).toMatchObject([{ graceTicks: 90 }]);
  expect(withGrace('500ms')).toMatchObject([{ graceTicks: 1 }]);
  expect(withGrace('-1m')).toHaveProperty('error');
});
