// What a kubelet sees of its node's pressure, restored at every tick.
import { expect, test } from 'vitest';
import { MIB } from '../../../shared/base/integers.ts';
import { kubeletSettings } from '../../../shared/api/world/kubelet-settings.ts';
import { beginFault } from '../../../shared/cluster/faults/begin.ts';
import { reliefOf } from '../../../shared/cluster/kubelet/eviction/eviction-loop.ts';
import { isRound } from '../../../shared/cluster/kubelet/eviction/rounds.ts';
import { crashMachine } from '../../../shared/cluster/runtime/failures.ts';
import { act, nodeOf } from '../../support/builders.ts';
import { aVillage, boundPod, publishHouse } from '../../support/village.ts';

const nodes = [{ name: 'node-1', memoryBytes: 1024 * MIB, diskBytes: 100 * MIB, maxProcesses: 1000 }];

test('KUBELET-42 a starving village, restored at every tick, is the same as one that never stopped', () => {
  const play = (restores: boolean) => {
    const village = aVillage({ nodes });
    publishHouse(village.world, 'house:1', { memoryBytes: 200 * MIB, leakBytesPerTick: 3 * MIB, layersMib: [30] });
    publishHouse(village.world, 'scribe:1', { writesBytesPerTick: MIB, layersMib: [40] });
    for (const name of ['a', 'b', 'c']) boundPod(village.world, name, { memory: '100Mi' });
    for (let tick = 1; tick <= 700; tick += 1) {
      village.tick();
      if (tick === 80) boundPod(village.world, 'scribe', { image: 'scribe:1' });
      if (restores) village.restore();
    }
    const evicted = [...village.world.list('Pod')].filter(({ status }) => status.reason === 'Evicted');
    expect(evicted.length).toBeGreaterThan(1);
    expect(isRound('node-1', village.world.tick) || reliefOf(village.world, 'node-1') === null).toBe(true);
    return village.world.hash();
  };
  expect(play(true)).toEqual(play(false));
});

// Seed 240186.
test('KUBELET-42 a machine that is up again on the tick of its round looks at once, restored or not', () => {
  const play = (restores: boolean) => {
    const kubelet = kubeletSettings.parse({ evictionPressureTransitionTicks: 10 });
    const village = aVillage({ nodes, settings: { kubelet, bootTicks: 20 } });
    const { world } = village;
    beginFault(world, 'memory-hog', 'node-1');
    village.tick(20);
    const pressure = nodeOf(world, 'node-1').status.conditions.find(({ type }) => type === 'MemoryPressure');
    expect(pressure?.status).toBe('True');
    crashMachine(world, 'node-1');
    do village.tick();
    while (!isRound('node-1', world.tick));
    expect(act(world, { verb: 'reboot', node: 'node-1' })).toBeNull();
    const hashes: unknown[] = [];
    for (let tick = 0; tick < 30; tick += 1) {
      village.tick();
      if (restores) village.restore();
      hashes.push(village.world.hash());
    }
    return hashes;
  };
  expect(play(true)).toEqual(play(false));
});
