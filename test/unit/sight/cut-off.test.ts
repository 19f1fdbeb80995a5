import { describe, expect, test } from 'vitest';
import { cutLink } from '../../../shared/cluster/runtime/failures.ts';
import { act, aDeployment, aSetup, podOf, run, startedSimulation } from '../../support/builders.ts';
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
      const simulation = run(startedSimulation(aSetup({ nodes: 2, manifests: [aDeployment('hut')] })), 30);
      const { store } = simulation;
      cutLink(store, 'node-1');
      run(simulation, ticks);
      act(store, { verb: 'repairLink', node: 'node-1' });
      run(simulation, 1);
      const waits = store.count('Sight');
      run(simulation, 1);
      return { waits, told: reasonsAbout(store, 'node-1').includes('WatchExpired'), left: store.count('SeenObject') };
    };
    expect(away(200)).toEqual({ waits: 0, told: false, left: 0 });
    // By then etcd has forgotten what was before its last compaction but one.
    expect(away(700)).toEqual({ waits: 1, told: true, left: 0 });
  });
});
