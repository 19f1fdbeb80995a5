// Whose pods are whose: by labels, and by who keeps them.
import { expect, test } from 'vitest';
import { controllerOf } from '../../../shared/api/meta.ts';
import type { Pod } from '../../../shared/api/pod.ts';
import { must } from '../../../shared/base/assert.ts';
import type { Verb } from '../../../shared/cluster/verbs/table.ts';
import type { Store } from '../../../shared/store/store.ts';
import { act, aDeployment, aPod, podOf } from '../../support/builders.ts';
import { aTownHall, pods } from '../../support/town-hall.ts';

const frontend = (replicas: number) => ({
  apiVersion: 'apps/v1',
  kind: 'ReplicaSet',
  metadata: { name: 'frontend' },
  spec: {
    replicas,
    selector: { matchLabels: { tier: 'frontend' } },
    template: {
      metadata: { labels: { tier: 'frontend' } },
      spec: { containers: [{ name: 'app', image: 'docker.io/library/hut:1.0' }] },
    },
  },
});
const apply = (world: Store, manifest: object) => act(world, { verb: 'apply', manifest } as Verb);
const labelled = (world: Store, { metadata: { name }, spec }: Pod, labels: Readonly<Record<string, string>>) =>
  apply(world, { apiVersion: 'v1', kind: 'Pod', metadata: { name, labels }, spec: { containers: spec.containers } });
const ownerOf = (pod: Pod) => controllerOf(pod.metadata)?.name;

test('RS-8 a pod that loses the labels is let go, and another takes its place', () => {
  const { world, tick } = aTownHall();
  expect(apply(world, frontend(2))).toBeNull();
  tick(2);
  const [odd] = pods(world);
  expect(labelled(world, must(odd, 'pod'), { tier: 'debug' })).toBeNull();
  tick(2);
  const set = must(world.get('ReplicaSet', 'default/frontend'), 'set');
  expect(pods(world).filter((pod) => ownerOf(pod) === 'frontend')).toHaveLength(2);
  expect(podOf(world, must(odd, 'pod').metadata.name)).toMatchObject({
    metadata: { uid: odd?.metadata.uid, ownerReferences: [], deletionTick: null },
  });
  expect(set.status.replicas).toBe(2);
  // It is nobody's now: who deletes the set leaves it alone.
  expect(act(world, { verb: 'delete', kind: 'ReplicaSet', key: 'default/frontend' })).toBeNull();
  tick(4);
  expect(pods(world).map(({ metadata }) => metadata.name)).toEqual([odd?.metadata.name]);
});

test('RS-8 pods that were there before are taken in, those too many go', () => {
  const { world, tick } = aTownHall();
  for (const name of ['one', 'two']) expect(apply(world, aPod(name, { labels: { tier: 'frontend' } }))).toBeNull();
  expect(apply(world, aPod('other', { labels: { tier: 'back' } }))).toBeNull();
  expect(apply(world, frontend(3))).toBeNull();
  tick(2);
  expect(['one', 'two', 'other'].map((name) => ownerOf(podOf(world, name)))).toEqual([
    'frontend',
    'frontend',
    undefined,
  ]);
  expect(pods(world)).toHaveLength(4);
  // As the docs have it: who comes when there are enough is taken in, and taken down.
  expect(apply(world, aPod('late', { labels: { tier: 'frontend' } }))).toBeNull();
  tick(2);
  expect(pods(world).filter((pod) => ownerOf(pod) === 'frontend')).toHaveLength(3);
});

test('RS-8 a Deployment’s pods bear the hash of its template: labels alone make nobody one of them', () => {
  const { world, tick } = aTownHall({ manifests: [aDeployment('web', { replicas: 1 })] });
  tick(3);
  expect(apply(world, aPod('bare', { labels: { app: 'web' } }))).toBeNull();
  tick(2);
  expect(ownerOf(podOf(world, 'bare'))).toBeUndefined();
  const mine = pods(world).find((pod) => ownerOf(pod) !== undefined);
  expect(labelled(world, must(mine, 'pod'), { app: 'web', 'pod-template-hash': 'mine' })).toBeNull();
  tick(2);
  expect(pods(world)).toHaveLength(3);
});
