import { describe, expect, test } from 'vitest';
import { cutLink } from '../../../shared/cluster/runtime/failures.ts';
import { act, podOf } from '../../support/builders.ts';
import { aVillage, boundPod, containerNamed, deletePod, publishHouse, reasonsAbout } from '../../support/village.ts';

function aCutVillage() {
  const village = aVillage();
  publishHouse(village.world, 'house:1', { exit: { afterTicks: 30, code: 1, lastWords: '' } });
  boundPod(village.world, 'web');
  village.tick(10);
  cutLink(village.world, 'node-1');
  return village;
}

describe('a kubelet that is cut off', () => {
  test('SIGHT-13 restarts what it runs, hears of no deletion, and tells nothing', () => {
    const { world, tick } = aCutVillage();
    const { status } = podOf(world, 'web');
    deletePod(world, 'web');
    tick(60);
    expect(containerNamed(world, 'web').restartCount).toBeGreaterThan(0);
    expect(podOf(world, 'web').status).toEqual(status);
  });

  test('SIGHT-13 admits a pod that it saw before, and takes down what was deleted once it is in touch', () => {
    const village = aVillage();
    const { world, tick } = village;
    publishHouse(world, 'house:1');
    boundPod(world, 'web');
    cutLink(world, 'node-1');
    boundPod(world, 'late');
    tick(10);
    expect(containerNamed(world, 'web').state.type).toBe('running');
    expect(world.by('sandboxesByPod', 'default/late')).toEqual([]);
    deletePod(world, 'web', 0);
    act(world, { verb: 'repairLink', node: 'node-1' });
    tick(40);
    expect(world.by('sandboxesByPod', 'default/web')).toEqual([]);
    expect(containerNamed(world, 'late').state.type).toBe('running');
    expect(world.count('Sight') + world.count('SeenObject')).toBe(0);
  });

  test('SIGHT-14 takes up its watch where it stopped; after a compaction it has to list everything', () => {
    const away = (ticks: number) => {
      const { world, tick } = aCutVillage();
      tick(ticks);
      act(world, { verb: 'repairLink', node: 'node-1' });
      tick();
      const waits = world.count('Sight');
      tick();
      return { waits, told: reasonsAbout(world, 'node-1').includes('WatchExpired'), left: world.count('SeenObject') };
    };
    expect(away(200)).toEqual({ waits: 0, told: false, left: 0 });
    expect(away(700)).toEqual({ waits: 1, told: true, left: 0 });
  });
});
