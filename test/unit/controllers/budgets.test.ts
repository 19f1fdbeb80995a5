// Disruption budgets of unusual reach: over all pods, and over those of which nobody says how many there should be. And who needs none.
import { expect, test } from 'vitest';
import { MANIFESTS } from '../../../shared/api/kinds.ts';
import { must } from '../../../shared/base/assert.ts';
import type { Store } from '../../../shared/store/store.ts';
import { act, aDeployment, aPod } from '../../support/builders.ts';
import { aTownHall, events, pods, report, settle } from '../../support/town-hall.ts';

const budget = (spec: object) =>
  MANIFESTS.PodDisruptionBudget.parse({
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: 'guard' },
    spec,
  });

const statusOf = (world: Store) => must(world.get('PodDisruptionBudget', 'default/guard'), 'guard').status;

test('PDB-4 an empty selector protects every pod of the namespace, and counts those that come and go', () => {
  const { world, tick } = aTownHall({ nodes: 1, manifests: [aDeployment('web', { replicas: 2 })] });
  tick();
  settle(world);
  act(world, { verb: 'apply', manifest: budget({ selector: {}, minAvailable: 2 }) });
  tick(2);
  expect(statusOf(world)).toMatchObject({ currentHealthy: 2, expectedPods: 2, disruptionsAllowed: 0 });
  const pod = `default/${must(pods(world)[0], 'a pod').metadata.name}`;
  expect(act(world, { verb: 'evict', pod })).toMatchObject({ code: 429, key: 'budgetSpent' });
  act(world, { verb: 'apply', manifest: aPod('guest', { labels: { app: 'other' } }) });
  report(world, 'guest', true);
  tick(2);
  expect(statusOf(world)).toMatchObject({ currentHealthy: 3, disruptionsAllowed: 1 });
  expect(act(world, { verb: 'evict', pod })).toBeNull();
});

const owned = (kind: 'DaemonSet' | 'Job') => {
  const template = {
    metadata: { labels: { app: 'web' } },
    spec: { containers: [{ name: 'app', image: 'hut:1.0' }], ...(kind === 'Job' ? { restartPolicy: 'Never' } : {}) },
  };
  const metadata = { name: 'owner' };
  return kind === 'Job'
    ? MANIFESTS.Job.parse({ apiVersion: 'batch/v1', kind, metadata, spec: { template } })
    : MANIFESTS.DaemonSet.parse({
        apiVersion: 'apps/v1',
        kind,
        metadata,
        spec: { selector: { matchLabels: { app: 'web' } }, template },
      });
};
const selector = { matchLabels: { app: 'web' } };

test.each([{ maxUnavailable: 1 }, { minAvailable: '50%' }])(
  'PDB-5 pods that nobody keeps are not in the count of %j',
  (spec) => {
    const bare = ['a', 'b', 'c'].map((name) => aPod(name, { labels: { app: 'web' } }));
    const { world, tick } = aTownHall({ nodes: 1, manifests: bare });
    for (const { metadata } of pods(world)) report(world, metadata.name, true);
    act(world, { verb: 'apply', manifest: budget({ selector, ...spec }) });
    tick(5);
    expect(statusOf(world)).toMatchObject({ currentHealthy: 3, expectedPods: 0, disruptionsAllowed: 0 });
    expect(events(world, 'UnmanagedPods')).toMatchObject([{ count: 1, details: { pods: 3 } }]);
    act(world, { verb: 'apply', manifest: budget({ selector, minAvailable: 2 }) });
    tick(2);
    expect(statusOf(world)).toMatchObject({ expectedPods: 3, disruptionsAllowed: 1 });
  },
);

test.each([
  ['DaemonSet', { maxUnavailable: 1 }, 'daemonsets.apps'],
  ['Job', { minAvailable: '50%' }, 'jobs.batch'],
] as const)('PDB-5 over pods of a %s %j allows nothing and says why', (kind, spec, resource) => {
  const { world, tick } = aTownHall({ nodes: 1, manifests: [owned(kind)] });
  tick();
  settle(world);
  act(world, { verb: 'apply', manifest: budget({ selector, minAvailable: 0 }) });
  tick(2);
  expect(statusOf(world)).toMatchObject({ disruptionsAllowed: 1 });
  act(world, { verb: 'delete', kind: 'PodDisruptionBudget', key: 'default/guard' });
  act(world, { verb: 'apply', manifest: budget({ selector, ...spec }) });
  tick(5);
  expect(statusOf(world)).toMatchObject({
    disruptionsAllowed: 0,
    conditions: [
      {
        type: 'DisruptionAllowed',
        status: 'False',
        reason: 'SyncFailed',
        message: `${resource} does not implement the scale subresource`,
      },
    ],
  });
  expect(events(world, 'CalculateExpectedPodCountFailed')).toMatchObject([{ count: 1 }]);
  const pod = `default/${must(pods(world)[0], 'a pod').metadata.name}`;
  expect(act(world, { verb: 'evict', pod })).toMatchObject({ code: 429 });
});

test('PDB-6 a budget without a word expects nobody, and lets nobody go', () => {
  const { world, tick } = aTownHall({ nodes: 1, manifests: [aDeployment('web', { replicas: 2 })] });
  tick();
  settle(world);
  act(world, { verb: 'apply', manifest: budget({ selector: { matchLabels: { app: 'web' } } }) });
  tick();
  expect(statusOf(world)).toMatchObject({
    currentHealthy: 2,
    desiredHealthy: 0,
    expectedPods: 0,
    disruptionsAllowed: 0,
    conditions: [{ status: 'False', reason: 'InsufficientPods' }],
  });
  const pod = `default/${must(pods(world)[0], 'a pod').metadata.name}`;
  expect(act(world, { verb: 'evict', pod })).toMatchObject({ code: 429, key: 'budgetSpent' });
});

test('PDB-2 with AlwaysAllow who is not ready may go, also before the budget is counted', () => {
  const { world, tick } = aTownHall({ nodes: 1, manifests: [aDeployment('web', { replicas: 2 })] });
  tick();
  settle(world);
  const [first, second] = pods(world).map(({ metadata }) => metadata.name);
  report(world, must(first, 'one'), false);
  const spec = { selector: { matchLabels: { app: 'web' } }, minAvailable: 2 };
  act(world, { verb: 'apply', manifest: budget({ ...spec, unhealthyPodEvictionPolicy: 'AlwaysAllow' }) });
  expect(act(world, { verb: 'evict', pod: `default/${second}` })).toMatchObject({ key: 'budgetUnread' });
  expect(act(world, { verb: 'evict', pod: `default/${first}` })).toBeNull();
});

test('DRAIN-1 who has ended is swept out of a drained node, too', () => {
  const { world, tick } = aTownHall({ nodes: 2 });
  for (const [name, node] of [
    ['done', 'node-1'],
    ['elsewhere', 'node-2'],
  ] as const) {
    act(world, { verb: 'apply', manifest: aPod(name) });
    const pod = report(world, name, false, node);
    world.put({ ...pod, status: { ...pod.status, phase: 'Succeeded' } });
  }
  act(world, { verb: 'drain', node: 'node-1', drain: true });
  tick(2);
  expect(pods(world).map(({ metadata }) => metadata.name)).toEqual(['elsewhere']);
});
