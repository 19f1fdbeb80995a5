// Disruption budgets of unusual reach: over all pods, and over those of which nobody says how many there should be.
import { expect, test } from 'vitest';
import { MANIFESTS } from '../../../shared/api/kinds.ts';
import { must } from '../../../shared/base/assert.ts';
import type { Store } from '../../../shared/store/store.ts';
import { act, aDeployment, aPod } from '../../support/builders.ts';
import { aTownHall, pods, report, settle } from '../../support/town-hall.ts';

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
