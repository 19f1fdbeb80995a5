import { describe, expect, test } from 'vitest';
import { must } from '../../../shared/base/assert.ts';
import { formatHash } from '../../../shared/base/hash.ts';
import { MIB } from '../../../shared/base/integers.ts';
import { beginFault } from '../../../shared/cluster/faults/begin.ts';
import { publishImage } from '../../../shared/cluster/registry/publish.ts';
import { resolveReference } from '../../../shared/cluster/registry/reference.ts';
import { traceDigest } from '../../../shared/cluster/registry/trace.ts';
import { act, podOf } from '../../support/builders.ts';
import { Town } from '../../support/keeper.ts';
import { boundPod, publishHouse } from '../../support/village.ts';

const pulledAt = ({ world }: Town, node: string, name = 'house:1') =>
  world.get('ImageCache', node)?.images[`docker.io/library/${name}`]?.pulledTick;

const waitingOf = ({ world }: Town, name: string) => {
  const state = podOf(world, name).status.containerStatuses[0]?.state;
  return state?.type === 'waiting' ? state : undefined;
};

describe('pulls', () => {
  test("REG-24 all pulls share the registry's own road, where that is the narrow one", () => {
    const pull = (registryBandwidthBytesPerTick: number | null) => {
      const town = new Town({ nodes: 2, settings: { registryBandwidthBytesPerTick } });
      publishHouse(town.world, 'house:1', { layersMib: [20] });
      boundPod(town.world, 'one');
      boundPod(town.world, 'two', { node: 'node-2' });
      town.ticks(60);
      return [pulledAt(town, 'node-1'), pulledAt(town, 'node-2')];
    };
    const [alone = 0] = pull(null);
    expect(pull(2 * MIB)).toEqual([alone, alone]);
    const [first = 0, second = 0] = pull(MIB);
    expect(first).toBeGreaterThan(alone + 15);
    expect(Math.abs(first - second)).toBeLessThanOrEqual(2);
  });

  test('REG-24 a pull that ends leaves its share to the others', () => {
    const town = new Town({ nodes: 2, settings: { registryBandwidthBytesPerTick: MIB } });
    publishHouse(town.world, 'house:1', { layersMib: [20] });
    publishHouse(town.world, 'house:2', { layersMib: [4] });
    boundPod(town.world, 'one');
    boundPod(town.world, 'two', { node: 'node-2', image: 'house:2' });
    town.ticks(40);
    expect(pulledAt(town, 'node-2', 'house:2')).toBeLessThan(14);
    expect(pulledAt(town, 'node-1')).toBeLessThan(32);
  });

  test('REG-25 beyond the limit a pull gets 429 and waits, until the window has moved on', () => {
    const town = new Town({ settings: { registryPullLimit: { pulls: 2, windowTicks: 60 } } });
    for (const number of [1, 2, 3]) {
      publishHouse(town.world, `house:${number}`);
      boundPod(town.world, `pod-${number}`, { image: `house:${number}` });
    }
    town.ticks(15);
    expect(waitingOf(town, 'pod-3')?.reason).toMatch(/ErrImagePull|ImagePullBackOff/);
    expect(town.messages('Failed').join('\n')).toContain('429 Too Many Requests');
    expect(town.world.count('PullRecord')).toBe(2);
    town.ticks(120);
    expect(podOf(town.world, 'pod-3').status.phase).toBe('Running');
  });

  test('REG-20 an image in quarantine is handed to nobody; what runs runs on', () => {
    const town = new Town({ nodes: 2 });
    publishHouse(town.world, 'house:1');
    boundPod(town.world, 'one');
    town.ticks(10);
    act(town.world, { verb: 'quarantine', reference: 'house:1', quarantined: true });
    boundPod(town.world, 'two', { node: 'node-2' });
    town.ticks(10);
    expect(podOf(town.world, 'one').status.phase).toBe('Running');
    expect(town.messages('Failed').join('\n')).toContain('denied: image is in quarantine');
    act(town.world, { verb: 'quarantine', reference: 'house:1', quarantined: false });
    town.ticks(60);
    expect(podOf(town.world, 'two').status.phase).toBe('Running');
  });

  test('REG-26 a corrupted layer is found by its digest; once thrown out and pushed again, all is well', () => {
    const town = new Town();
    const digest = publishHouse(town.world, 'house:1', { layersMib: [2, 1] });
    const image = must(town.world.get('Image', digest), 'image');
    const bad = must(image.layers[1], 'layer').digest;
    town.world.put({ ...must(town.world.get('Blob', bad), 'blob'), corrupted: true });
    boundPod(town.world, 'web');
    town.ticks(10);
    expect(town.messages('Failed').join('\n')).toContain(`expected ${bad}: failed precondition`);
    // The sound layer before it is kept.
    expect(Object.keys(must(town.world.get('ImageCache', 'node-1'), 'cache').layers)).toEqual([
      image.layers[0]?.digest,
    ]);
    act(town.world, { verb: 'collectRegistryGarbage' });
    town.ticks(30);
    expect(town.messages('Failed').join('\n')).toContain(`blobs/${bad} not found`);
    publishImage(town.world, { image, reference: 'house:1', namespace: 'library', by: 'test' });
    town.ticks(60);
    expect(podOf(town.world, 'web').status.phase).toBe('Running');
  });
});

describe('trace', () => {
  test('REG-27 a poisoned push reaches whoever pulls the tag, and the brick can be traced', () => {
    const town = new Town({ nodes: 3 });
    const good = publishHouse(town.world, 'house:1');
    boundPod(town.world, 'one');
    boundPod(town.world, 'two', { node: 'node-2', image: `house@${good}` });
    town.ticks(10);
    const poisoned = publishHouse(town.world, 'house:1', { layersMib: [1, 1], capacityRps: 1 });
    expect(resolveReference(town.world, 'house:1')).toBe(poisoned);
    boundPod(town.world, 'three', { node: 'node-3' });
    boundPod(town.world, 'four', { node: 'node-1' });
    boundPod(town.world, 'five', { node: 'node-2', image: `house@${good}` });
    town.ticks(15);
    const trace = traceDigest(town.world, poisoned);
    expect(trace.nodes).toEqual(['node-3']);
    expect(trace.tags).toEqual(['docker.io/library/house:1']);
    expect(trace.pulls).toMatchObject([{ nodeName: 'node-3', outcome: 'pulled', pods: ['default/three'] }]);
    expect(trace.runs).toMatchObject([{ podKey: 'default/three', endedTick: null, pull: trace.pulls[0]?.key }]);
    const pods = traceDigest(town.world, good).runs.map(({ podKey }) => podKey);
    expect(pods.toSorted()).toEqual(['default/five', 'default/four', 'default/one', 'default/two']);
  });

  test.each([
    ['machine', 'node-crash', { verb: 'reboot', node: 'node-1' }],
    ['kubelet', 'kubelet-down', { verb: 'restartKubelet', node: 'node-1' }],
  ] as const)('REG-27 a pull that its %s cut off has ended, and the next one is another', (_what, fault, remedy) => {
    const town = new Town();
    const digest = publishHouse(town.world, 'house:1', { layersMib: [20] });
    boundPod(town.world, 'web');
    town.ticks(8);
    const pulls = () => traceDigest(town.world, digest).pulls;
    expect(pulls()).toMatchObject([{ outcome: 'pulling' }]);
    expect(beginFault(town.world, fault, 'node-1')).toBeNull();
    expect(pulls()).toMatchObject([{ outcome: 'Cancelled', endedTick: town.world.tick }]);
    expect(act(town.world, remedy)).toBeNull();
    town.ticks(120);
    expect(pulls()).toMatchObject([{ outcome: 'Cancelled' }, { outcome: 'pulled' }]);
  });

  test('REG-27 a run ends when its container does, or its yard', () => {
    const town = new Town();
    const digest = publishHouse(town.world, 'house:1', { exit: { afterTicks: 4, code: 1, lastWords: '' } });
    boundPod(town.world, 'web');
    town.ticks(40);
    const [first, second] = traceDigest(town.world, digest).runs;
    expect(must(first?.endedTick, 'end') - must(first?.startedTick, 'start')).toBeGreaterThanOrEqual(4);
    expect(second?.startedTick).toBeGreaterThan(must(first?.endedTick, 'end'));
    act(town.world, { verb: 'delete', kind: 'Pod', key: 'default/web', gracePeriodSeconds: 0 });
    town.ticks(5);
    expect(traceDigest(town.world, digest).runs.every(({ endedTick }) => endedTick !== null)).toBe(true);
  });

  test('a town that is restored at any tick goes on as if it had not been', () => {
    const options = {
      nodes: 2,
      settings: { registryBandwidthBytesPerTick: MIB, registryPullLimit: { pulls: 3, windowTicks: 30 } },
    };
    const script = ({ world }: Town, tick: number) => {
      if (tick === 1)
        publishHouse(world, 'house:1', { layersMib: [5, 3], exit: { afterTicks: 9, code: 1, lastWords: '' } });
      if (tick === 2) boundPod(world, 'one');
      if (tick === 4) boundPod(world, 'two', { node: 'node-2' });
      if (tick === 20) act(world, { verb: 'quarantine', reference: 'house:1', quarantined: true });
      if (tick === 60) act(world, { verb: 'quarantine', reference: 'house:1', quarantined: false });
    };
    const straight = new Town(options);
    let restored = new Town(options);
    for (let tick = 0; tick < 120; tick += 1) {
      script(straight, tick);
      script(restored, tick);
      straight.ticks(1);
      restored = restored.ticks(1).restored();
      expect([tick, formatHash(restored.world.hash())]).toEqual([tick, formatHash(straight.world.hash())]);
    }
    expect(straight.world.count('PullRecord')).toBeGreaterThan(1);
  });
});
