// A stateful service in play: with cellars of its own, and without.
import { describe, expect, test } from 'vitest';
import { statefulSetManifest } from '../../../shared/api/stateful-set.ts';
import { scoreOf } from '../../../shared/cluster/score/score.ts';
import type { Simulation } from '../../../shared/session/simulation.ts';
import { act, aService, aSetup, run, startedSimulation } from '../../support/builders.ts';
import { publishHouse } from '../../support/village.ts';

const PATH = '/var/lib/house';

function aStore(hasClaims: boolean): Simulation {
  const simulation = startedSimulation(aSetup({ nodes: 2 }));
  publishHouse(simulation.store, 'store:1', { keepsAt: PATH });
  const mounts = hasClaims ? [{ name: 'chest', mountPath: PATH }] : [];
  const claims = [
    {
      metadata: { name: 'chest' },
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
    },
  ];
  const manifest = statefulSetManifest.parse({
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 'house' },
    spec: {
      replicas: 2,
      serviceName: 'house',
      selector: { matchLabels: { app: 'house' } },
      template: {
        metadata: { labels: { app: 'house' } },
        spec: {
          terminationGracePeriodSeconds: 2,
          containers: [{ name: 'app', image: 'store:1', volumeMounts: mounts }],
        },
      },
      volumeClaimTemplates: hasClaims ? claims : [],
    },
  });
  const { store } = simulation;
  expect(act(store, { verb: 'apply', manifest })).toBeNull();
  act(store, { verb: 'apply', manifest: aService('house') });
  simulation.apply(['e', { type: 'demandChanged', service: 'default/house', rps: 10 }]);
  run(simulation, 60);
  expect(store.keys('Pod')).toEqual(['default/house-0', 'default/house-1']);
  expect(scoreOf(store).belongingsKept).toBeGreaterThan(100);
  return simulation;
}

/** A container ends, a pod is deleted, a machine loses its power and comes back. */
function live(simulation: Simulation): void {
  const { store } = simulation;
  act(store, { verb: 'killContainer', pod: 'default/house-0', container: 'app' });
  run(simulation, 20);
  act(store, { verb: 'delete', kind: 'Pod', key: 'default/house-1' });
  run(simulation, 30);
  const node = store.get('Pod', 'default/house-0')?.spec.nodeName ?? '';
  act(store, { verb: 'reboot', node });
  run(simulation, 150);
}

describe('a stateful service', () => {
  test('BELONG-7 with cellars of its own loses nothing, whatever happens to its pods', () => {
    const simulation = aStore(true);
    live(simulation);
    const { served, belongingsKept, belongingsLost } = scoreOf(simulation.store);
    expect(belongingsLost).toBe(0);
    expect(belongingsKept).toBe(served);
    expect(simulation.store.keys('PersistentVolumeClaim')).toEqual(['default/chest-house-0', 'default/chest-house-1']);
  });

  test('BELONG-7 the cellar of a pod that was scaled away waits for the next of its name', () => {
    const simulation = aStore(true);
    const { store } = simulation;
    const scaleTo = (replicas: number) => {
      const set = store.get('StatefulSet', 'default/house');
      if (set) store.put({ ...set, spec: { ...set.spec, replicas } });
      run(simulation, 40);
    };
    scaleTo(1);
    expect(store.keys('PersistentVolumeClaim')).toHaveLength(2);
    scaleTo(2);
    expect(scoreOf(store).belongingsLost).toBe(0);
    expect(scoreOf(store).belongingsKept).toBe(scoreOf(store).served);
  });

  test('BELONG-7 without one loses what visitors left, and the score knows', () => {
    const simulation = aStore(false);
    live(simulation);
    const { served, belongingsKept, belongingsLost } = scoreOf(simulation.store);
    expect(belongingsLost).toBeGreaterThan(300);
    expect(belongingsKept + belongingsLost).toBe(served);
  });
});
