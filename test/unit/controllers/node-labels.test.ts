// Labels and taints that hands write on a node, and who goes by them.
import { expect, test } from 'vitest';
import type { Verb } from '../../../shared/cluster/verbs/table.ts';
import { ZONE_LABEL } from '../../../shared/api/world/zone.ts';
import {
  act,
  aDaemonSet,
  aPod,
  aService,
  aSetup,
  nodeOf,
  podOf,
  run,
  startedSimulation,
} from '../../support/builders.ts';
import { aTownHall, pods, report } from '../../support/town-hall.ts';

const label = (key: string, value: string | null, more: { overwrite?: boolean; node?: string } = {}): Verb => ({
  verb: 'labelNode',
  node: 'node-1',
  key,
  value,
  ...more,
});

const LINUX = { 'kubernetes.io/os': 'linux', 'kubernetes.io/arch': 'amd64' };

test('NODE-11 a label is written, changed only with overwrite, and taken off', () => {
  const { world } = aTownHall({ nodes: 1 });
  expect(act(world, label('garden', 'yes'))).toBeNull();
  expect(nodeOf(world, 'node-1').metadata).toMatchObject({ generation: 1, labels: { garden: 'yes' } });
  const { revision } = world;
  expect(act(world, label('garden', 'yes'))).toBeNull();
  expect(world.revision).toBe(revision);
  expect(act(world, label('garden', 'no'))).toMatchObject({ code: 409, key: 'labelHasValue' });
  expect(act(world, label('garden', 'no', { overwrite: true }))).toBeNull();
  expect(nodeOf(world, 'node-1').metadata.labels['garden']).toBe('no');
  expect(act(world, label('garden', null))).toBeNull();
  expect(nodeOf(world, 'node-1').metadata.labels).not.toHaveProperty('garden');
  expect(act(world, label('garden', null))).toMatchObject({ code: 404, key: 'labelNotFound' });
  expect(act(world, label('garden', 'yes', { node: 'node-9' }))).toMatchObject({ code: 404 });
});

test('PROV-1 a pod of the docs finds its node by what every kubelet writes', () => {
  const simulation = startedSimulation(aSetup({ nodes: 1, manifests: [aPod('a', { nodeSelector: LINUX })] }));
  run(simulation, 3);
  expect(podOf(simulation.store, 'a').spec.nodeName).toBe('node-1');
  expect(act(simulation.store, label('kubernetes.io/os', null))).toMatchObject({ key: 'labelKept' });
});

test('NODE-11 the hostname stays as the kubelet wrote it, and there is an end to labels', () => {
  const { world } = aTownHall({ nodes: 1 });
  const hostname = 'kubernetes.io/hostname';
  expect(act(world, label(hostname, 'node-1'))).toBeNull();
  for (const value of ['node-2', null]) {
    expect(act(world, label(hostname, value, { overwrite: true }))).toMatchObject({ code: 403, key: 'labelKept' });
  }
  for (let count = Object.keys(nodeOf(world, 'node-1').metadata.labels).length; count < 64; count += 1)
    expect(act(world, label(`l${count}`, ''))).toBeNull();
  expect(act(world, label('one-more', ''))).toMatchObject({ code: 422, key: 'tooManyLabels' });
  expect(act(world, label('l63', 'other', { overwrite: true }))).toBeNull();
});

test('NODE-11 a pod that waits for a label is bound once a node bears it; one that stands there stays without it', () => {
  const simulation = startedSimulation(aSetup({ nodes: 2 }));
  const { store } = simulation;
  act(store, { verb: 'apply', manifest: aPod('web', { nodeSelector: { garden: 'yes' } }) });
  run(simulation, 15);
  expect(podOf(store, 'web').spec.nodeName).toBeNull();
  act(store, label('garden', 'yes', { node: 'node-2' }));
  run(simulation, 12);
  expect(podOf(store, 'web').spec.nodeName).toBe('node-2');
  act(store, label('garden', null, { node: 'node-2' }));
  run(simulation, 12);
  expect(podOf(store, 'web')).toMatchObject({ spec: { nodeName: 'node-2' }, metadata: { deletionTick: null } });
});

test('NODE-11 a DaemonSet comes and goes with its label', () => {
  const manifest = aDaemonSet('lamp', { nodeSelector: { garden: 'yes' } });
  const { world, tick } = aTownHall({ nodes: 2 });
  expect(act(world, { verb: 'apply', manifest })).toBeNull();
  tick(3);
  expect(pods(world)).toHaveLength(0);
  act(world, label('garden', 'yes'));
  tick(3);
  expect(pods(world)).toHaveLength(1);
  act(world, label('garden', null));
  tick(3);
  expect(pods(world)).toHaveLength(0);
});

test('NODE-11 a node that moves to another zone takes its addresses along', () => {
  const { world, tick } = aTownHall({
    nodes: 2,
    manifests: [aPod('web', { labels: { app: 'web' }, node: 'node-1' }), aService('web')],
  });
  report(world, 'web', true);
  tick(2);
  const endpoints = () => world.get('EndpointSlice', 'default/web')?.endpoints;
  expect(endpoints()).toHaveLength(1);
  expect(endpoints()?.[0]).not.toHaveProperty('zone');
  act(world, label(ZONE_LABEL, 'east'));
  tick();
  expect(endpoints()).toMatchObject([{ zone: 'east' }]);
  expect(world.keys('Zone')).toEqual(['', ':\0:east']);
});

test('NODE-12 a taint with a value is tolerated by those who name it', () => {
  const { world, tick } = aTownHall({ nodes: 1 });
  const taint = { node: 'node-1', key: 'works', effect: 'NoExecute' } as const;
  for (const value of ['road', 'bridge']) {
    const tolerations = [{ key: 'works', operator: 'Equal', value, effect: 'NoExecute' }];
    act(world, { verb: 'apply', manifest: aPod(value, { node: 'node-1', tolerations }) });
  }
  expect(act(world, { verb: 'taintNode', ...taint, value: 'road' })).toBeNull();
  expect(nodeOf(world, 'node-1').spec.taints).toMatchObject([{ key: 'works', value: 'road' }]);
  expect(act(world, { verb: 'taintNode', ...taint, value: 'bridge' })).toMatchObject({ key: 'taintExists' });
  tick(2);
  expect(podOf(world, 'road').metadata.deletionTick).toBeNull();
  expect(podOf(world, 'bridge').metadata.deletionTick).not.toBeNull();
});
