// ReplicaSets in a real store: making, removing, counting.
import { expect, test } from 'vitest';
import { TEMPLATE_HASH_LABEL } from '../../../shared/api/deployment.ts';
import { keyOf } from '../../../shared/api/meta.ts';
import type { Pod } from '../../../shared/api/pod.ts';
import { must } from '../../../shared/base/assert.ts';
import { freeNames, generateName } from '../../../shared/cluster/api-server/objects.ts';
import { PODS_QUOTA } from '../../../shared/cluster/controllers/replica-set/replica-set-pods.ts';
import { act, aDeployment, storedPod } from '../../support/builders.ts';
import { aTownHall, events, pods, replicaSets, report, settle, type TownHall } from '../../support/town-hall.ts';

function openTown(replicas: number, spec: object = {}): TownHall {
  const hall = aTownHall({ manifests: [aDeployment('web', { replicas, spec })] });
  hall.tick();
  return hall;
}

const only = ({ world }: TownHall) => must(replicaSets(world)[0], 'the ReplicaSet');
const sized = (hall: TownHall, replicas: number) =>
  act(hall.world, { verb: 'scale', deployment: 'default/web', replicas });

test('RS-1 pods come from the template, with name, labels, owner and no node', () => {
  const hall = openTown(3);
  const replicaSet = only(hall);
  for (const pod of pods(hall.world)) {
    expect(pod.metadata.name).toMatch(new RegExp(`^${replicaSet.metadata.name}-[bcdfghjklmnpqrstvwxz2456789]{5}$`));
    expect(pod).toMatchObject({
      metadata: {
        labels: { app: 'web', [TEMPLATE_HASH_LABEL]: replicaSet.metadata.labels[TEMPLATE_HASH_LABEL] },
        ownerReferences: [{ kind: 'ReplicaSet', uid: replicaSet.metadata.uid, controller: true }],
      },
      spec: { nodeName: null },
      status: { phase: 'Pending' },
    });
  }
  expect(
    events(hall.world, 'SuccessfulCreate')
      .map((event) => event.message)
      .toSorted(),
  ).toEqual(pods(hall.world).map((pod) => `Created pod: ${pod.metadata.name}`));
});

test('RS-1 names for many pods are those that would be drawn one after the other', () => {
  const { world } = openTown(1);
  const names = freeNames(world, 'Pod', 'default', 'many-');
  for (let count = 0; count < 20; count += 1) {
    const name = names.next().value;
    expect(name).toBe(generateName(world, 'Pod', 'default', 'many-'));
    storedPod(world, name);
  }
});

test('RS-1 a long name is cut so that its pods still fit in a label', () => {
  const hall = aTownHall({ manifests: [aDeployment('x'.repeat(60), { replicas: 1 })] });
  hall.tick();
  expect(pods(hall.world)[0]?.metadata.name).toHaveLength(63);
});

test('RS-2 where the quota is used up, creation fails, and goes on when there is room', () => {
  const hall = aTownHall();
  for (let index = 0; index < PODS_QUOTA - 1; index += 1) storedPod(hall.world, `filler-${index}`);
  act(hall.world, { verb: 'apply', manifest: aDeployment('web', { replicas: 3 }) });
  hall.tick(10);
  expect(only(hall).status.replicas).toBe(1);
  expect(events(hall.world, 'FailedCreate').map((event) => event.count)).toEqual([4]);
  act(hall.world, { verb: 'delete', kind: 'Pod', key: 'default/filler-0' });
  hall.tick(6);
  expect(only(hall).status.replicas).toBe(2);
});

test('RS-3 a surplus goes in the real order, and is announced', () => {
  const hall = openTown(4);
  const [busy, quiet, broken, waiting] = pods(hall.world).map((pod) => pod.metadata.name) as [
    string,
    string,
    string,
    string,
  ];
  report(hall.world, busy, true, 'node-1');
  report(hall.world, quiet, true, 'node-2');
  report(hall.world, broken, false, 'node-2');
  sized(hall, 2);
  hall.tick(2);
  expect(hall.world.get('Pod', `default/${waiting}`)).toBeUndefined();
  const leaving = pods(hall.world).filter((pod) => pod.metadata.deletionTick !== null);
  expect(leaving.map((pod) => pod.metadata.name)).toEqual([broken]);
  const messages = events(hall.world, 'SuccessfulDelete').map((event) => event.message);
  expect(messages.toSorted()).toEqual([`Deleted pod: ${broken}`, `Deleted pod: ${waiting}`].toSorted());
});

test('RS-4 pods that leave or are over are replaced at once', () => {
  const hall = openTown(2);
  settle(hall.world);
  const [first, second] = pods(hall.world) as [Pod, Pod];
  act(hall.world, { verb: 'delete', kind: 'Pod', key: keyOf(first.metadata) });
  hall.world.put<Pod>({ ...second, status: { ...second.status, phase: 'Failed' } });
  hall.tick();
  expect(pods(hall.world)).toHaveLength(4);
  expect(only(hall).status).toMatchObject({ replicas: 2, readyReplicas: 0, terminatingReplicas: 1 });
});

test('RS-5 ready pods count as available after minReadySeconds, without anybody looking', () => {
  const hall = openTown(1, { minReadySeconds: 7 });
  settle(hall.world);
  hall.tick(6);
  expect(only(hall).status).toMatchObject({ readyReplicas: 1, availableReplicas: 0 });
  hall.tick(1);
  expect(only(hall).status).toMatchObject({ readyReplicas: 1, availableReplicas: 1 });
});

test('RS-6 nobody can order more pods than are missing', () => {
  const hall = openTown(2);
  const replicaSet = keyOf(only(hall).metadata);
  expect(act(hall.world, { verb: 'createPods', replicaSet, count: 1 })).toMatchObject({
    key: 'podsNotMissing',
    details: { missing: 0, count: 1 },
  });
  expect(act(hall.world, { verb: 'createPods', replicaSet: 'default/nobody', count: 1 })).toMatchObject({ code: 404 });
});
