// DaemonSets: to which villages they send somebody, and how they go on where each one fails.
import { expect, test } from 'vitest';
import type { Pod } from '../../../shared/api/pod.ts';
import { must } from '../../../shared/base/assert.ts';
import type { Store } from '../../../shared/store/store.ts';
import { act, aDaemonSet, aNode, type PodOptions } from '../../support/builders.ts';
import { aTownHall, events, pods, report } from '../../support/town-hall.ts';

const daemon = (options: PodOptions = {}) => aDaemonSet('well', options);

const sentTo = (world: Store) => pods(world).map(({ spec }) => spec.nodeSelector['kubernetes.io/hostname']);

/** As a kubelet under pressure: nobody is let in, and who is told to go is gone. */
function turnAway(world: Store): void {
  for (const pod of pods(world)) {
    if (pod.metadata.deletionTick !== null) world.remove('Pod', `default/${pod.metadata.name}`);
    else if (pod.status.phase === 'Pending')
      world.put<Pod>({ ...pod, spec: { ...pod.spec, nodeName: 'node-1' }, status: { ...pod.status, phase: 'Failed' } });
  }
}

const told = (world: Store) => events(world, 'FailedDaemonPod').reduce((sum, { count }) => sum + count, 0);

test('DS-1 required node affinity counts, also that to a name', () => {
  const required = (term: object) => ({
    affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [term] } } },
  });
  const byLabel = required({ matchExpressions: [{ key: 'disk', operator: 'In', values: ['fast'] }] });
  const { world, tick } = aTownHall({ nodes: 2, manifests: [daemon(byLabel)] });
  aNode(world, 'node-3', { labels: { disk: 'fast', 'kubernetes.io/hostname': 'node-3' } });
  tick();
  expect(sentTo(world)).toEqual(['node-3']);
  expect(act(world, { verb: 'createPod', kind: 'DaemonSet', owner: 'default/well', slot: 'node-1' })).toMatchObject({
    key: 'daemonNotWanted',
  });
  const byName = required({ matchFields: [{ key: 'metadata.name', operator: 'In', values: ['node-2'] }] });
  act(world, { verb: 'apply', manifest: daemon(byName) });
  tick(2);
  expect(sentTo(world)).toEqual(['node-2']);
});

test('DS-1 a template that names a node is for that node only', () => {
  const manifest = daemon();
  const spec = { ...manifest.spec.template.spec, nodeName: 'node-2' };
  const template = { ...manifest.spec.template, spec };
  const { world, tick } = aTownHall({
    nodes: 3,
    manifests: [{ ...manifest, spec: { ...manifest.spec, template } }],
  });
  tick(5);
  expect(pods(world).map(({ spec: { nodeName } }) => nodeName)).toEqual(['node-2']);
});

test('DS-1 a village in trouble keeps its pods for good, also where the template gives them a time', () => {
  const unreachable = { key: 'node.kubernetes.io/unreachable', operator: 'Exists', effect: 'NoExecute' } as const;
  const brief = { ...unreachable, value: '', tolerationSeconds: 60 };
  const other = { ...brief, key: 'dedicated' };
  const { world, tick } = aTownHall({ nodes: 1, manifests: [daemon({ tolerations: [brief, other] })] });
  tick();
  const { tolerations } = must(pods(world)[0], 'a pod').spec;
  expect(tolerations.filter(({ key }) => key === unreachable.key)).toEqual([{ ...unreachable, value: '' }]);
  expect(tolerations).toContainEqual(other);
});

test('DS-3 where each one fails the next has to lie twice as long', () => {
  const { world, tick } = aTownHall({ nodes: 1, manifests: [daemon()] });
  const failures: number[] = [];
  for (let count = 0; count < 300; count += 1) {
    const before = told(world);
    tick();
    if (told(world) > before) failures.push(world.tick);
    turnAway(world);
  }
  expect(failures.slice(1).map((tick_, index) => tick_ - (failures[index] ?? 0))).toEqual([
    2, 2, 4, 8, 16, 32, 64, 128,
  ]);
  expect(events(world, 'FailedDaemonPod')[0]?.details).toMatchObject({ name: 'well', node: 'node-1' });
});

test('DS-3 no longer than 15 minutes, and forgotten half an hour after the last failure', () => {
  const { world, tick } = aTownHall({ nodes: 1, manifests: [daemon()] });
  const backoff = () => world.get('DaemonBackoff', 'default/well/node-1');
  const waiting = () => pods(world).find(({ status }) => status.phase === 'Pending');
  for (let count = 0; count < 3000 && !(world.tick > 2200 && waiting()); count += 1) {
    turnAway(world);
    tick();
  }
  expect(backoff()?.waitTicks).toBe(900);
  report(world, waiting()?.metadata.name ?? '', true);
  const last = backoff()?.sinceTick ?? 0;
  tick(last + 1800 - world.tick);
  expect(backoff()).toBeDefined();
  tick();
  expect(backoff()).toBeUndefined();
});

test('DS-3 another wish begins anew, and a set that is gone is forgotten', () => {
  const { world, tick } = aTownHall({ nodes: 1, manifests: [daemon()] });
  const round = (count: number) => {
    for (let done = 0; done < count; done += 1) {
      tick();
      turnAway(world);
    }
  };
  round(40);
  const before = world.get('DaemonBackoff', 'default/well/node-1')?.waitTicks ?? 0;
  expect(before).toBeGreaterThan(8);
  act(world, { verb: 'apply', manifest: daemon({ image: 'villa:1.0' }) });
  round(3);
  expect(world.get('DaemonBackoff', 'default/well/node-1')?.waitTicks).toBeLessThan(4);
  act(world, { verb: 'delete', kind: 'DaemonSet', key: 'default/well' });
  tick();
  expect(world.count('DaemonBackoff')).toBe(0);
});

test('DS-3 of two in one village the one that is there already stays', () => {
  const { world, tick } = aTownHall({ nodes: 1, manifests: [daemon()] });
  tick();
  const [first] = pods(world);
  if (!first) throw new Error('no pod');
  report(world, first.metadata.name, true);
  const twin = { ...first.metadata, name: 'well-00000', uid: 'twin', creationTick: 0 };
  world.put<Pod>({ ...first, metadata: twin });
  tick();
  expect(pods(world).map(({ metadata }) => metadata.name)).toEqual([first.metadata.name]);
});

const TAINTS = [{ key: 'dedicated', value: 'db', effect: 'NoSchedule', addedTick: 0 }] as const;

/** In three villages, all ready; then it is to be another. */
function newPlan(unready: readonly string[] = []) {
  const { world, tick } = aTownHall({ nodes: 3, manifests: [daemon()] });
  tick();
  for (const { metadata, spec } of pods(world)) {
    const node = spec.nodeSelector['kubernetes.io/hostname'] ?? '';
    report(world, metadata.name, !unready.includes(node), node);
  }
  tick();
  const apply = () => act(world, { verb: 'apply', manifest: daemon({ image: 'villa:1.0' }) });
  const leavingFrom = () =>
    pods(world)
      .filter(({ metadata }) => metadata.deletionTick !== null)
      .map(({ spec }) => spec.nodeName)
      .toSorted();
  return { world, tick, apply, leavingFrom };
}

test('DS-2 an old one that serves nobody goes at once, and takes nobody else’s turn', () => {
  const { tick, apply, leavingFrom } = newPlan(['node-2']);
  apply();
  tick(2);
  expect(leavingFrom()).toEqual(['node-1', 'node-2']);
  tick(5);
  expect(leavingFrom()).toHaveLength(2);
});

test('DS-2 an old one goes in its turn also where none would be sent any more', () => {
  const { world, tick, apply, leavingFrom } = newPlan();
  for (const name of ['node-1', 'node-2', 'node-3']) {
    const node = must(world.get('Node', name), name);
    world.put({ ...node, spec: { ...node.spec, taints: TAINTS } });
  }
  tick();
  expect(leavingFrom()).toEqual([]);
  apply();
  tick(2);
  expect(leavingFrom()).toHaveLength(1);
});

test('DS-5 counts are of the nodes that are to have one; who leaves counts until it is gone', () => {
  const { world, tick } = newPlan();
  const status = () => must(world.get('DaemonSet', 'default/well'), 'well').status;
  const node = must(world.get('Node', 'node-1'), 'node-1');
  world.put({ ...node, spec: { ...node.spec, taints: TAINTS } });
  tick();
  expect(status()).toMatchObject({
    desiredNumberScheduled: 2,
    currentNumberScheduled: 2,
    numberMisscheduled: 1,
    numberReady: 2,
    numberAvailable: 2,
    updatedNumberScheduled: 2,
  });
  const leaving = must(
    pods(world).find(({ spec }) => spec.nodeName === 'node-2'),
    'its pod',
  );
  act(world, { verb: 'delete', kind: 'Pod', key: `default/${leaving.metadata.name}` });
  tick(2);
  expect(status()).toMatchObject({ currentNumberScheduled: 2, numberReady: 2 });
  world.remove('Pod', `default/${leaving.metadata.name}`);
  tick();
  expect(status()).toMatchObject({ currentNumberScheduled: 2, numberReady: 1 });
});
