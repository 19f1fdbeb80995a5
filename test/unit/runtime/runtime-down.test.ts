import { describe, expect, test } from 'vitest';
import { isPodReady } from '../../../shared/api/pod.ts';
import { hangRuntime } from '../../../shared/cluster/runtime/failures.ts';
import { nextSteps } from '../../../shared/cluster/kubelet/next-steps.ts';
import { servingCapacityRps } from '../../../shared/cluster/runtime/serving.ts';
import type { Store } from '../../../shared/store/store.ts';
import { act, aDeployment, aService, aSetup, nodeOf, podOf, run, startedSimulation } from '../../support/builders.ts';
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

const ready = (world: Store) => nodeOf(world, 'node-1').status.conditions.find(({ type }) => type === 'Ready');

/** One pod runs; then the runtime hangs. */
function aHungVillage(): Village {
  const village = aVillage();
  publishHouse(village.world, 'house:1');
  boundPod(village.world, 'web');
  village.tick(10);
  hangRuntime(village.world, 'node-1');
  return village;
}

describe('a runtime that does not answer', () => {
  test('RUNTIME-40 what runs goes on and serves; nothing begins and nothing ends', () => {
    const { world, tick } = aHungVillage();
    boundPod(world, 'late');
    deletePod(world, 'web');
    tick(20);
    expect(servingCapacityRps(world, sandboxNamed(world, 'web'))).toBe(20);
    expect(podOf(world, 'web').metadata.deletionTick).not.toBeNull();
    expect(world.by('sandboxesByPod', 'default/late')).toEqual([]);
    expect(nextSteps(world, 'node-1').map(({ reason }) => reason)).toEqual(['runtimeDown', 'runtimeDown']);
    for (const verb of ['killContainer', 'startContainer'] as const) {
      expect(act(world, { verb, pod: 'default/web', container: 'app' })).toMatchObject({ key: 'runtimeDown' });
    }
    expect(act(world, { verb: 'admitPod', pod: 'default/late' })).toMatchObject({ key: 'runtimeDown' });
  });

  test('RUNTIME-41 the kubelet reports NotReady after 30 s, and an unhealthy PLEG after three minutes', () => {
    const { world, tick } = aHungVillage();
    tick(29);
    expect(ready(world)?.status).toBe('True');
    tick(2);
    expect(ready(world)).toMatchObject({
      status: 'False',
      reason: 'KubeletNotReady',
      message: 'container runtime is down',
    });
    expect(reasonsAbout(world, 'node-1')).toContain('NodeNotReady');
    tick(150);
    expect(ready(world)?.message).toContain('PLEG is not healthy');
    const renewed = world.get('Lease', 'kube-node-lease/node-1')?.spec.renewTick ?? 0;
    expect(world.tick - renewed).toBeLessThanOrEqual(10);
  });

  test('NODE-2 its kubelet says NotReady itself: its pods stay ready and are sent visitors, until the taint ends it', () => {
    const simulation = startedSimulation(aSetup({ nodes: 2, manifests: [aDeployment('hut'), aService('hut')] }));
    const { store } = simulation;
    run(simulation, 60);
    const [pod] = [...store.list('Pod')];
    const home = pod?.spec.nodeName ?? '';
    hangRuntime(store, home);
    run(simulation, 60);
    expect(nodeOf(store, home).status.conditions.find(({ type }) => type === 'Ready')?.status).toBe('False');
    expect([...store.list('Pod')].filter(isPodReady).map(({ metadata }) => metadata.uid)).toEqual([pod?.metadata.uid]);
    const served = () =>
      [...store.list('EndpointSlice')].flatMap(({ endpoints }) =>
        endpoints.flatMap(({ ready: isReady, nodeName }) => (isReady ? [nodeName] : [])),
      );
    expect(served()).toEqual([home]);
    run(simulation, 340);
    expect(served()).not.toContain(home);
  });

  test('RUNTIME-42 restarted, it takes up all that has waited', () => {
    const { world, tick } = aHungVillage();
    expect(act(world, { verb: 'restartRuntime', node: 'node-1' })).toBeNull();
    expect(act(world, { verb: 'restartRuntime', node: 'node-1' })).toMatchObject({ key: 'runtimeStarting' });
    boundPod(world, 'late');
    deletePod(world, 'web');
    tick(15);
    expect(act(world, { verb: 'restartRuntime', node: 'node-1' })).toMatchObject({ key: 'runtimeIsUp' });
    expect(world.get('Pod', 'default/web')).toBeUndefined();
    expect(containerNamed(world, 'late').state.type).toBe('running');
  });

  test('RUNTIME-43 an image is not even looked up (ImageInspectError), and a pull under way fails', () => {
    const { world, tick } = aVillage();
    publishHouse(world, 'house:1', { layersMib: [30] });
    publishHouse(world, 'first:1');
    boundPod(world, 'web');
    boundPod(world, 'app', { containers: [{ name: 'app', image: 'first:1' }] });
    tick(2);
    hangRuntime(world, 'node-1');
    tick(40);
    const stateOf = (name: string) => containerNamed(world, name).state;
    expect(stateOf('web')).toMatchObject({ type: 'waiting', reason: 'ImageInspectError' });
    act(world, { verb: 'restartRuntime', node: 'node-1' });
    tick(80);
    expect(stateOf('web').type).toBe('running');
    expect(stateOf('app').type).toBe('running');
  });
});
