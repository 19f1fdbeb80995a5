import { describe, expect, test } from 'vitest';
import { container as containerSchema } from '../../../shared/api/container.ts';
import { volume as volumeSchema } from '../../../shared/api/volume.ts';
import { placeOf } from '../../../shared/cluster/belongings/place.ts';
import { scoreOf } from '../../../shared/cluster/score/score.ts';
import { Simulation } from '../../../shared/session/simulation.ts';
import { act, aDeployment, aService, run, startedSimulation, aSetup } from '../../support/builders.ts';
import { publishHouse } from '../../support/village.ts';
import { throughText } from '../../support/through-text.ts';

const PATH = '/var/lib/house';

/** One pod of a stateful house, visited 10 times a second, with this furniture. */
function aTown(furniture: { volumes?: object[]; volumeMounts?: object[] } = {}): Simulation {
  const { volumes, volumeMounts = [] } = furniture;
  const simulation = startedSimulation(aSetup({ nodes: 1 }));
  const { store } = simulation;
  publishHouse(store, 'store:1', { keepsAt: PATH });
  const claim = {
    apiVersion: 'v1' as const,
    kind: 'PersistentVolumeClaim' as const,
    metadata: { name: 'chest' },
    spec: { accessModes: ['ReadWriteOnce' as const], resources: { requests: { storage: '1Gi' } } },
  };
  expect(act(store, { verb: 'apply', manifest: claim } as never)).toBeNull();
  const container = { image: 'store:1', volumeMounts };
  act(store, {
    verb: 'apply',
    manifest: aDeployment('house', { replicas: 1, container, ...(volumes ? { volumes } : {}) }),
  });
  act(store, { verb: 'apply', manifest: aService('house') });
  simulation.apply(['e', { type: 'demandChanged', service: 'default/house', rps: 10 }]);
  run(simulation, 40);
  expect(scoreOf(store).belongingsKept).toBeGreaterThan(100);
  return simulation;
}

const only = ({ store }: Simulation) => store.keys('Pod')[0] ?? '';
const kill = (simulation: Simulation) =>
  act(simulation.store, { verb: 'killContainer', pod: only(simulation), container: 'app' });
const mounted = (volume: object) => ({
  volumes: [{ name: 'room', ...volume }],
  volumeMounts: [{ name: 'room', mountPath: '/var/lib' }],
});
const losses = ({ store }: Simulation) => scoreOf(store).belongingsLost;

describe('what visitors leave', () => {
  test('BELONG-1 BELONG-6 is one piece each, and the score counts it', () => {
    const { store } = aTown();
    const { served, belongingsKept, belongingsLost } = scoreOf(store);
    expect(belongingsKept).toBe(served);
    expect(belongingsLost).toBe(0);
  });

  test('BELONG-2 is lost with a container where there is no volume', () => {
    const simulation = aTown();
    kill(simulation);
    run(simulation, 20);
    expect(losses(simulation)).toBeGreaterThan(100);
    expect(losses(simulation) + scoreOf(simulation.store).belongingsKept).toBe(scoreOf(simulation.store).served);
    expect([...simulation.store.list('Event')].map(({ reason }) => reason)).toContain('BelongingsLost');
  });

  test('BELONG-3 an emptyDir outlives the container, not the pod', () => {
    const simulation = aTown(mounted({ emptyDir: {} }));
    kill(simulation);
    run(simulation, 20);
    expect(losses(simulation)).toBe(0);
    act(simulation.store, { verb: 'delete', kind: 'Pod', key: only(simulation) });
    run(simulation, 20);
    expect(losses(simulation)).toBeGreaterThan(100);
  });

  test('BELONG-4 a claim outlives the pod, until it is deleted itself', () => {
    const simulation = aTown(mounted({ persistentVolumeClaim: { claimName: 'chest' } }));
    kill(simulation);
    run(simulation, 20);
    act(simulation.store, { verb: 'delete', kind: 'Pod', key: only(simulation) });
    run(simulation, 30);
    const { served, belongingsKept, belongingsLost } = scoreOf(simulation.store);
    expect(belongingsLost).toBe(0);
    expect(belongingsKept).toBe(served);
    act(simulation.store, { verb: 'delete', kind: 'PersistentVolumeClaim', key: 'default/chest' });
    act(simulation.store, { verb: 'delete', kind: 'Pod', key: only(simulation) });
    run(simulation, 10);
    expect(losses(simulation)).toBeGreaterThan(100);
  });
});

test('BELONG-5 the deepest mount counts, and keeps nothing where it may only be read', () => {
  const volumes = [
    { name: 'a', emptyDir: {} },
    { name: 'b', persistentVolumeClaim: { claimName: 'chest' } },
    { name: 'c', configMap: { name: 'text' } },
  ].map((one) => volumeSchema.parse(one));
  const place = (...volumeMounts: object[]) =>
    placeOf('default/web', { volumes }, containerSchema.parse({ name: 'app', image: 'x', volumeMounts }), PATH).place;
  const mount = (name: string, mountPath: string, readOnly = false) => ({ name, mountPath, readOnly });
  expect(place()).toBe('layer');
  expect(place(mount('a', '/var/lib'), mount('b', '/var/lib/house/'))).toBe('claim');
  expect(place(mount('a', '/var/lib'), mount('b', '/var/lib/house', true))).toBe('layer');
  expect(place(mount('a', '/var/lib', true), mount('b', '/var/lib/house'))).toBe('claim');
  expect(place(mount('a', '/var/lib/ho'))).toBe('layer');
  expect(place(mount('c', PATH))).toBe('layer');
});

test('BELONG-1 restored at every tick, the books are the same', () => {
  const play = (restores: boolean) => {
    let simulation = aTown(mounted({ emptyDir: {} }));
    for (let tick = 1; tick <= 60; tick += 1) {
      if (tick === 5) kill(simulation);
      if (tick === 30) act(simulation.store, { verb: 'delete', kind: 'Pod', key: only(simulation) });
      run(simulation, 1);
      if (restores) simulation = Simulation.open(throughText(simulation.frame()));
    }
    expect(losses(simulation)).toBeGreaterThan(0);
    return simulation.hash();
  };
  expect(play(true)).toEqual(play(false));
});
