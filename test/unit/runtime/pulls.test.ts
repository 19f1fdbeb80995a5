import { describe, expect, test } from 'vitest';
import { must } from '../../../shared/base/assert.ts';
import { kubeletSettings } from '../../../shared/api/world/kubelet-settings.ts';
import type { Store } from '../../../shared/store/store.ts';
import { act } from '../../support/builders.ts';
import {
  aVillage,
  boundPod,
  containerNamed,
  messagesAbout,
  publishHouse,
  reasonsAbout,
} from '../../support/village.ts';

const pulled = (world: Store, reference: string) =>
  world.get('ImageCache', 'node-1')?.images[`docker.io/library/${reference}`]?.pulledTick;

function setRegistry(world: Store, available: boolean): void {
  world.put({ ...must(world.get('Registry', 'registry'), 'registry'), available });
}

describe('a pull', () => {
  test('PULL-2 takes as long as its bytes need on the road', () => {
    const { world, tick } = aVillage();
    publishHouse(world, 'house:1', { layersMib: [3, 2] });
    boundPod(world, 'web');
    tick(9);
    // Admitted at 1, asked for at 2, under way at 3.
    expect(pulled(world, 'house:1')).toBe(8);
    expect(messagesAbout(world, 'web')).toContain(
      'Successfully pulled image "house:1" in 5s (6s including waiting). Image size: 5242880 bytes.',
    );
  });

  test('PULL-2 fetches a shared layer once', () => {
    const { world, tick } = aVillage();
    publishHouse(world, 'house:1', { layersMib: [30, 1], base: 'stone' });
    publishHouse(world, 'house:2', { layersMib: [30, 2], base: 'stone' });
    boundPod(world, 'one');
    tick(40);
    boundPod(world, 'two', { image: 'house:2' });
    tick(5);
    expect(pulled(world, 'house:2')).toBe(45);
    expect(Object.keys(must(world.get('ImageCache', 'node-1'), 'cache').layers)).toHaveLength(3);
  });

  test('PULL-1 waits for the one before it', () => {
    const { world, tick } = aVillage();
    publishHouse(world, 'house:1', { layersMib: [4] });
    publishHouse(world, 'house:2', { layersMib: [4] });
    boundPod(world, 'one');
    boundPod(world, 'two', { image: 'house:2' });
    tick(12);
    expect([pulled(world, 'house:1'), pulled(world, 'house:2')]).toEqual([7, 11]);
  });

  test('PULL-6 serves every container that waits for it', () => {
    const { world, tick } = aVillage();
    publishHouse(world, 'house:1');
    for (const name of ['a', 'b', 'c']) boundPod(world, name);
    tick(6);
    expect(['a', 'b', 'c'].map((name) => containerNamed(world, name).state.type)).toEqual(Array(3).fill('running'));
  });

  test('PULL-3 brings what the tag meant when it began', () => {
    const { world, tick } = aVillage();
    const first = publishHouse(world, 'house:1', { layersMib: [9] });
    boundPod(world, 'web');
    tick(4);
    publishHouse(world, 'house:1', { layersMib: [1], name: 'other' });
    tick(12);
    expect(containerNamed(world, 'web').imageDigest).toBe(first);
  });
});

describe('a registry that does not answer', () => {
  test('PULL-4 fails the pulls, and keeps the layers that have arrived', () => {
    const { world, tick } = aVillage();
    publishHouse(world, 'house:1', { layersMib: [2, 8] });
    boundPod(world, 'web');
    tick(6);
    setRegistry(world, false);
    tick();
    expect(world.count('ImagePull')).toBe(0);
    expect(containerNamed(world, 'web').state).toMatchObject({ type: 'waiting', reason: 'ErrImagePull' });
    expect(Object.keys(must(world.get('ImageCache', 'node-1'), 'cache').layers)).toHaveLength(1);
  });

  test('PULL-5 is asked again after each back-off, and then the rest comes', () => {
    const { world, tick } = aVillage();
    publishHouse(world, 'house:1');
    setRegistry(world, false);
    boundPod(world, 'web');
    tick(5);
    expect(containerNamed(world, 'web').state).toMatchObject({ reason: 'ImagePullBackOff' });
    tick(30);
    expect(containerNamed(world, 'web').pullBackoff?.delayTicks).toBe(40);
    setRegistry(world, true);
    tick(45);
    expect(containerNamed(world, 'web')).toMatchObject({ state: { type: 'running' }, pullBackoff: null });
    expect(reasonsAbout(world, 'web')).toEqual([
      'Pulling',
      'Failed',
      'Failed',
      'BackOff',
      'Failed',
      'Pulled',
      'Created',
      'Started',
    ]);
  });

  test('KUBELET-22 does not hinder a cached image, except where the pod says Always', () => {
    const { world, tick } = aVillage();
    publishHouse(world, 'house:1');
    boundPod(world, 'first');
    tick(8);
    setRegistry(world, false);
    boundPod(world, 'cached');
    boundPod(world, 'always', { container: { imagePullPolicy: 'Always' } });
    tick(6);
    expect(containerNamed(world, 'cached').state.type).toBe('running');
    expect(containerNamed(world, 'always').state).toMatchObject({ type: 'waiting', reason: 'ImagePullBackOff' });
  });
});

test('PULL-5 an image that nobody published is not found', () => {
  const { world, tick } = aVillage();
  boundPod(world, 'web', { image: 'nowhere:9' });
  tick(4);
  expect(containerNamed(world, 'web').state).toMatchObject({
    reason: 'ErrImagePull',
    message: expect.stringContaining('not found'),
  });
});

describe('side by side', () => {
  const parallel = { ...kubeletSettings.parse({}), serializeImagePulls: false };
  const done = (world: Store) => Object.keys(world.get('ImageCache', 'node-1')?.images ?? {}).length;

  test('PULL-8 pulls that are not serialised share the road, and both take as long as one after the other', () => {
    const { world, tick } = aVillage({ settings: { kubelet: parallel } });
    publishHouse(world, 'left:1', { layersMib: [8] });
    publishHouse(world, 'right:1', { layersMib: [8] });
    boundPod(world, 'a', { image: 'left:1' });
    boundPod(world, 'b', { image: 'right:1' });
    tick(3);
    expect([...world.list('ImagePull')].map(({ state }) => state)).toEqual(['pulling', 'pulling']);
    tick(13);
    expect(done(world)).toBe(0);
    tick(3);
    expect(done(world)).toBe(2);
  });

  test('PULL-8 KUBELET-79 a kubelet that is told so begins to pull side by side, and the others do not', () => {
    const { world, tick } = aVillage({ nodes: [{ name: 'node-1' }, { name: 'node-2' }] });
    for (const name of ['left', 'right']) {
      publishHouse(world, `${name}:1`, { layersMib: [20] });
      for (const node of ['node-1', 'node-2']) boundPod(world, `${name}-${node}`, { image: `${name}:1`, node });
    }
    tick(3);
    expect(act(world, { verb: 'configureKubelet', node: 'node-1', config: parallel })).toBeNull();
    tick(15);
    const states = (node: string) => world.by('pullsByNode', node).map((key) => world.get('ImagePull', key)?.state);
    expect(states('node-1')).toEqual(['pulling', 'pulling']);
    expect(states('node-2').toSorted()).toEqual(['pulling', 'queued']);
  });

  test('PULL-8 what is alone again gets the whole road; more than the limit wait', () => {
    const { world, tick } = aVillage({ settings: { kubelet: { ...parallel, maxParallelImagePulls: 2 } } });
    publishHouse(world, 'small:1', { layersMib: [2] });
    publishHouse(world, 'large:1', { layersMib: [10] });
    publishHouse(world, 'third:1', { layersMib: [1] });
    boundPod(world, 'a', { image: 'large:1' });
    boundPod(world, 'b', { image: 'small:1' });
    boundPod(world, 'c', { image: 'third:1' });
    tick(3);
    expect([...world.list('ImagePull')].map(({ state }) => state).sort()).toEqual(['pulling', 'pulling', 'queued']);
    tick(12);
    expect(done(world)).toBe(2);
    // 13 MiB in all over a road of 1 MiB a tick.
    tick(2);
    expect(done(world)).toBe(3);
  });

  test('PULL-9 no more pulls begin in a moment than the limit allows; the others try again', () => {
    const { world, tick } = aVillage({ settings: { kubelet: { ...parallel, registryPullQPS: 1, registryBurst: 2 } } });
    for (const name of ['a', 'b', 'c']) {
      publishHouse(world, `${name}:1`, { layersMib: [1] });
      boundPod(world, name, { image: `${name}:1` });
    }
    tick(4);
    expect(messagesAbout(world, 'c')).toContain('Failed to pull image "c:1": pull QPS exceeded');
    tick(15);
    expect(done(world)).toBe(3);
  });
});
