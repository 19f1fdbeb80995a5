// What one is told before an object is deleted, and what is then gone.
import { expect, test } from 'vitest';
import { deleteNote, goesAlong } from '../../../client/panels/objects/goes-along.ts';
import { readFlags } from '../../../client/panels/builder/build-flags.ts';
import type { ApiKind } from '../../../shared/api/kinds.ts';
import { must } from '../../../shared/base/assert.ts';
import { explainBuild } from '../../../shared/cluster/build/explain.ts';
import { act, aDeployment, aPod, aService, aSetup, aWorld, run, startedSimulation } from '../../support/builders.ts';

test('PANEL-36 with a Deployment go its ReplicaSets and pods, with a Service its address list, and nothing else', () => {
  const manifests = [aDeployment('web', { replicas: 2 }), aDeployment('inn', { replicas: 1 }), aService('web')];
  const simulation = startedSimulation(aSetup({ nodes: 2, manifests }));
  const { store } = simulation;
  run(simulation, 20);
  const told = (kind: ApiKind, key: string) => goesAlong(store, must(store.get(kind, key), key));
  expect(told('Deployment', 'default/web')).toEqual([
    { kind: 'ReplicaSet', count: 1 },
    { kind: 'Pod', count: 2 },
  ]);
  expect(told('Service', 'default/web')).toEqual([{ kind: 'EndpointSlice', count: 1 }]);
  const before = [store.count('ReplicaSet'), store.count('Pod')];
  act(store, { verb: 'delete', kind: 'Deployment', key: 'default/web' });
  run(simulation, 60);
  expect([store.count('ReplicaSet'), store.count('Pod')]).toEqual([(before[0] ?? 0) - 1, (before[1] ?? 0) - 2]);
});

test('PANEL-36 with a namespace goes all that is in it', () => {
  const metadata = { name: 'annex' };
  const world = aWorld({ manifests: [{ apiVersion: 'v1', kind: 'Namespace', metadata } as never] });
  act(world, { verb: 'apply', manifest: { ...aPod('a'), metadata: { name: 'a', namespace: 'annex' } } });
  expect(goesAlong(world, must(world.get('Namespace', 'annex'), 'annex'))).toEqual([{ kind: 'Pod', count: 1 }]);
});

test('PANEL-36 what is replaced, selected or furnishes says so', () => {
  const simulation = startedSimulation(
    aSetup({ nodes: 1, manifests: [aDeployment('web', { replicas: 1 }), aService('web'), aPod('free')] }),
  );
  run(simulation, 10);
  const { store } = simulation;
  const pod = must(
    [...store.list('Pod')].find(({ metadata }) => metadata.name.startsWith('web')),
    'a pod of web',
  );
  expect(deleteNote(store, pod)).toBe('replaced');
  expect(deleteNote(store, must(store.get('Pod', 'default/free'), 'free'))).toBeNull();
  expect(deleteNote(store, must(store.get('Service', 'default/web'), 'web'))).toBe('selected');
});

test('PANEL-31 the flags of a build are those of docker build, and what is left empty is not said', () => {
  expect(readFlags({ args: '', target: ' ', ignore: '\n', noCache: false })).toEqual({ options: {}, problems: [] });
  const { options, problems } = readFlags({
    args: 'BASE=hut:1.0\n\nTILES\nA=b=c',
    target: ' first ',
    ignore: 'x/**',
    noCache: true,
  });
  expect(problems).toEqual([3]);
  expect(options).toEqual({
    buildArgs: { BASE: 'hut:1.0', A: 'b=c' },
    target: 'first',
    dockerignore: 'x/**',
    noCache: true,
  });
  const text = 'ARG BASE=villa\nFROM ${BASE} AS first\nFROM nothing:9\n';
  expect(explainBuild(aWorld(), text)).toHaveProperty('errors');
  expect(explainBuild(aWorld(), text, options)).not.toHaveProperty('errors');
});
