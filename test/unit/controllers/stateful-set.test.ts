// StatefulSets that shrink while somebody is unwell, and what they count.
import { expect, test } from 'vitest';
import { MANIFESTS } from '../../../shared/api/kinds.ts';
import { must } from '../../../shared/base/assert.ts';
import type { Store } from '../../../shared/store/store.ts';
import { act } from '../../support/builders.ts';
import { aTownHall, pods, report, settle } from '../../support/town-hall.ts';

const labels = { app: 'db' };
const stateful = (spec: object = {}) =>
  MANIFESTS.StatefulSet.parse({
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 'db' },
    spec: {
      replicas: 4,
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { containers: [{ name: 'app', image: 'hut:1.0' }] } },
      ...spec,
    },
  });

function readySet(spec: object = {}) {
  const hall = aTownHall({ nodes: 1, manifests: [stateful(spec)] });
  for (let count = 0; count < 6; count += 1) {
    hall.tick();
    settle(hall.world);
  }
  hall.tick();
  return hall;
}

const leaving = (world: Store) =>
  pods(world).flatMap(({ metadata }) => (metadata.deletionTick === null ? [] : [metadata.name]));

test('STS-6 who is unwell is not taken down before somebody unwell below it', () => {
  const { world, tick } = readySet();
  for (const name of ['db-2', 'db-3']) report(world, name, false);
  act(world, { verb: 'apply', manifest: stateful({ replicas: 1 }) });
  tick(10);
  expect(leaving(world)).toEqual([]);
  report(world, 'db-2', true);
  tick(2);
  expect(leaving(world)).toEqual(['db-3']);
  world.remove('Pod', 'default/db-3');
  tick(2);
  expect(leaving(world)).toEqual(['db-2']);
});

test('STS-6 who is well may go first, and Parallel waits for nobody', () => {
  const ordered = readySet();
  report(ordered.world, 'db-1', false);
  act(ordered.world, { verb: 'apply', manifest: stateful({ replicas: 1 }) });
  ordered.tick(2);
  expect(leaving(ordered.world)).toEqual(['db-3']);
  const parallel = readySet({ podManagementPolicy: 'Parallel' });
  for (const name of ['db-2', 'db-3']) report(parallel.world, name, false);
  act(parallel.world, { verb: 'apply', manifest: stateful({ replicas: 1, podManagementPolicy: 'Parallel' }) });
  parallel.tick(2);
  expect(leaving(parallel.world)).toEqual(['db-1', 'db-2', 'db-3']);
});

test('STS-7 who leaves counts as a replica until it is gone, and as of no plan', () => {
  const { world, tick } = readySet();
  const status = () => must(world.get('StatefulSet', 'default/db'), 'db').status;
  expect(status()).toMatchObject({ replicas: 4, readyReplicas: 4, currentReplicas: 4, updatedReplicas: 4 });
  act(world, { verb: 'delete', kind: 'Pod', key: 'default/db-3' });
  tick(2);
  expect(status()).toMatchObject({ replicas: 4, readyReplicas: 4, currentReplicas: 3, updatedReplicas: 3 });
  world.remove('Pod', 'default/db-3');
  tick(2);
  expect(status()).toMatchObject({ replicas: 4, readyReplicas: 3, updatedReplicas: 4 });
});
