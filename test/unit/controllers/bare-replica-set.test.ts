/** A ReplicaSet that nobody's Deployment made. */
import { expect, test } from 'vitest';
import type { Manifest } from '../../../shared/api/kinds.ts';
import { act, aSetup, run, startedSimulation } from '../../support/builders.ts';
import { publishHouse } from '../../support/village.ts';

const KEY = 'default/frontend';
const set = (spec: object = {}): Manifest =>
  ({
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: { name: 'frontend' },
    spec: {
      replicas: 2,
      selector: { matchLabels: { tier: 'front' } },
      template: {
        metadata: { labels: { tier: 'front' } },
        spec: { terminationGracePeriodSeconds: 1, containers: [{ name: 'app', image: 'house:1' }] },
      },
      ...spec,
    },
  }) as unknown as Manifest;

test('RS-7 it keeps as many pods as it says, follows the autoscaler and the hand, and takes them along', () => {
  const simulation = startedSimulation(aSetup({ nodes: 2 }));
  const { store } = simulation;
  publishHouse(store, 'house:1');
  const apply = (manifest: Manifest) => act(store, { verb: 'apply', manifest });
  expect(apply(set())).toBeNull();
  run(simulation, 20);
  expect(store.get('ReplicaSet', KEY)?.status).toMatchObject({ replicas: 2, readyReplicas: 2 });
  const [pod = ''] = store.keys('Pod');
  act(store, { verb: 'delete', kind: 'Pod', key: pod });
  run(simulation, 20);
  expect(store.get('ReplicaSet', KEY)?.status).toMatchObject({ replicas: 2, readyReplicas: 2 });
  expect(apply(set({ replicas: 3 }))).toBeNull();
  run(simulation, 20);
  expect(store.count('Pod')).toBe(3);
  expect(apply(set({ selector: { matchLabels: { tier: 'back' } } }))).toMatchObject({
    key: 'invalidSelectorImmutable',
  });
  const autoscaler = {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'frontend' },
    spec: { scaleTargetRef: { kind: 'ReplicaSet', name: 'frontend' }, maxReplicas: 1 },
  } as unknown as Manifest;
  expect(apply(autoscaler)).toBeNull();
  run(simulation, 40);
  expect(store.get('ReplicaSet', KEY)?.spec.replicas).toBe(1);
  expect(act(store, { verb: 'delete', kind: 'ReplicaSet', key: KEY })).toBeNull();
  run(simulation, 20);
  expect(store.count('Pod')).toBe(0);
});
