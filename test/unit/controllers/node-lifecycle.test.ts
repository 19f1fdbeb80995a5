// Nodes that fall silent, and what becomes of their pods.
import { expect, test } from 'vitest';
import type { Node } from '../../../shared/api/node.ts';
import type { Store } from '../../../shared/store/store.ts';
import { act, aDeployment, aPod, nodeOf, podOf } from '../../support/builders.ts';
import { aTownHall, renewLease, events, pods, report, settle } from '../../support/town-hall.ts';

function reportNode(world: Store, name: string, status: 'True' | 'False'): void {
  const node = nodeOf(world, name);
  const ready = { type: 'Ready', status, reason: '', message: '', lastTransitionTick: world.tick } as const;
  world.put<Node>({ ...node, status: { ...node.status, conditions: [ready] } });
}

const taints = (world: Store, name = 'node-1') =>
  nodeOf(world, name).spec.taints.map(({ key, effect }) => `${key.replace('node.kubernetes.io/', '')}:${effect}`);
const readiness = (world: Store, name: string) =>
  podOf(world, name).status.conditions.find((condition) => condition.type === 'Ready');

/** Only node-2 sends heartbeats. */
function tickWhileHeard(world: Store, tick: () => void, ticks: number): void {
  for (let count = 0; count < ticks; count += 1) {
    tick();
    renewLease(world, 'node-2');
  }
}

test('NODE-1 NODE-4 fifty seconds without a heartbeat: Unknown, and both taints', () => {
  const { world, tick } = aTownHall({ heartbeats: false, nodes: 2 });
  tick(30);
  renewLease(world, 'node-2');
  tick(19);
  expect(taints(world)).toEqual([]);
  tick(2);
  expect(nodeOf(world, 'node-1').status.conditions[0]).toMatchObject({
    type: 'Ready',
    status: 'Unknown',
    reason: 'NodeStatusUnknown',
    message: 'Kubelet stopped posting node status.',
    lastTransitionTick: 50,
  });
  expect(taints(world)).toEqual(['unreachable:NoSchedule', 'unreachable:NoExecute']);
  expect(taints(world, 'node-2')).toEqual([]);
  expect(events(world, 'NodeNotReady').map((event) => event.message)).toEqual([
    'Node node-1 status is now: NodeNotReady',
  ]);
});

test('NODE-2 its pods are not ready at once, and their endpoints with them', () => {
  const { world, tick } = aTownHall({
    heartbeats: false,
    nodes: 1,
    manifests: [aPod('web', { labels: { app: 'web' } })],
  });
  report(world, 'web', true);
  tick(50);
  expect(readiness(world, 'web')).toMatchObject({ status: 'False', reason: 'NodeNotReady', lastTransitionTick: 50 });
});

test('NODE-3 nobody may give a node up that was heard of lately', () => {
  const { world, tick } = aTownHall({ heartbeats: false, nodes: 1 });
  tick(20);
  expect(act(world, { verb: 'markNode', node: 'node-1', ready: 'Unknown' })).toMatchObject({
    code: 409,
    key: 'leaseFresh',
    details: { silentTicks: 20 },
  });
  expect(act(world, { verb: 'markNode', node: 'nowhere', ready: 'Unknown' })).toMatchObject({ code: 404 });
});

test('NODE-4 NODE-7 not ready, then ready again: the signs come and go, those of others stay', () => {
  const { world, tick } = aTownHall({ heartbeats: false, nodes: 2 });
  act(world, { verb: 'taintNode', node: 'node-1', key: 'maintenance', effect: 'NoSchedule' });
  reportNode(world, 'node-1', 'False');
  tick();
  expect(taints(world)).toEqual(['maintenance:NoSchedule', 'not-ready:NoSchedule', 'not-ready:NoExecute']);
  reportNode(world, 'node-1', 'True');
  tick();
  expect(taints(world)).toEqual(['maintenance:NoSchedule']);
});

test('NODE-5 NODE-6 five minutes later its pods are evicted, and made anew elsewhere', () => {
  const { world, tick } = aTownHall({ heartbeats: false, nodes: 2, manifests: [aDeployment('web', { replicas: 2 })] });
  tick();
  settle(world);
  tickWhileHeard(world, tick, 349);
  expect(pods(world)).toHaveLength(2);
  tick();
  expect(pods(world)).toHaveLength(4);
  const leaving = pods(world).filter((pod) => pod.metadata.deletionTick !== null);
  expect(leaving.map((pod) => pod.metadata.deletionTick)).toEqual([351, 351]);
  expect(leaving[0]?.status.conditions).toContainEqual(
    expect.objectContaining({ type: 'DisruptionTarget', status: 'True', reason: 'DeletionByTaintManager' }),
  );
  expect(
    events(world, 'TaintManagerEviction')
      .map((event) => event.message)
      .toSorted(),
  ).toEqual(leaving.map((pod) => `Marking for deletion Pod default/${pod.metadata.name}`));
  tickWhileHeard(world, tick, 600);
  expect(leaving.every((pod) => world.get('Pod', `default/${pod.metadata.name}`))).toBe(true);
});

test('NODE-9 who reports NotReady and then falls silent gives its pods no more time', () => {
  const { world, tick } = aTownHall({ heartbeats: false, nodes: 2, manifests: [aPod('web', { node: 'node-1' })] });
  tickWhileHeard(world, tick, 10);
  reportNode(world, 'node-1', 'False');
  tickWhileHeard(world, tick, 10);
  expect(taints(world)).toContain('not-ready:NoExecute');
  tickWhileHeard(world, tick, 40);
  expect(taints(world)).toEqual(['unreachable:NoSchedule', 'unreachable:NoExecute']);
  tickWhileHeard(world, tick, 249);
  expect(podOf(world, 'web').metadata.deletionTick).toBeNull();
  tickWhileHeard(world, tick, 2);
  expect(podOf(world, 'web').metadata.deletionTick).not.toBeNull();
});

test('NODE-7 a node that comes back in time keeps its pods', () => {
  const { world, tick } = aTownHall({ heartbeats: false, nodes: 1, manifests: [aDeployment('web', { replicas: 1 })] });
  tick();
  settle(world);
  tick(300);
  renewLease(world, 'node-1');
  reportNode(world, 'node-1', 'True');
  tick(40);
  expect(taints(world)).toEqual([]);
  expect(pods(world).every((pod) => pod.metadata.deletionTick === null)).toBe(true);
});

test('NODE-5 a sign that a pod does not put up with sends it off at once', () => {
  const { world, tick } = aTownHall({ heartbeats: false, nodes: 1, manifests: [aPod('web', { node: 'node-1' })] });
  tick();
  act(world, { verb: 'taintNode', node: 'node-1', key: 'flood', effect: 'NoExecute' });
  tick();
  expect(podOf(world, 'web').metadata.deletionTick).toBe(2);
});

test('NODE-5 a pod that arrives later has its full time', () => {
  const { world, tick } = aTownHall({ nodes: 1 });
  act(world, { verb: 'taintNode', node: 'node-1', key: 'flood', effect: 'NoExecute' });
  tick(10);
  const tolerations = [{ key: 'flood', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 20 }];
  act(world, { verb: 'apply', manifest: aPod('web', { node: 'node-1', tolerations }) });
  tick(19);
  expect(podOf(world, 'web').metadata.deletionTick).toBeNull();
  tick();
  expect(podOf(world, 'web').metadata.deletionTick).toBe(30);
});

test('NODE-4 signs are put up once and taken down once', () => {
  const { world } = aTownHall({ heartbeats: false, nodes: 1 });
  const taint = { node: 'node-1', key: 'flood', effect: 'NoSchedule' } as const;
  expect(act(world, { verb: 'untaintNode', ...taint })).toMatchObject({ code: 404, key: 'taintNotFound' });
  expect(act(world, { verb: 'taintNode', ...taint })).toBeNull();
  expect(act(world, { verb: 'taintNode', ...taint })).toMatchObject({ code: 409, key: 'taintExists' });
  expect(act(world, { verb: 'untaintNode', ...taint })).toBeNull();
});

test('NODE-6 an eviction by request leaves another note, and asks no one twice', () => {
  const { world } = aTownHall({ heartbeats: false, nodes: 1, manifests: [aPod('web', { node: 'node-1' })] });
  expect(act(world, { verb: 'evict', pod: 'default/web' })).toBeNull();
  expect(podOf(world, 'web').status.conditions[0]).toMatchObject({ reason: 'EvictionByEvictionAPI' });
  expect(act(world, { verb: 'evict', pod: 'default/web' })).toMatchObject({ code: 409, key: 'alreadyTerminating' });
});
