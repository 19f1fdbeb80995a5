import { describe, expect, test } from 'vitest';
import { TEACHER } from '../../../shared/cluster/actor.ts';
import { nextSteps } from '../../../shared/cluster/kubelet/next-steps.ts';
import { crashMachine, cutLink } from '../../../shared/cluster/runtime/failures.ts';
import { executeVerb } from '../../../shared/cluster/verbs/execute.ts';
import type { Store } from '../../../shared/store/store.ts';
import { act, aNode, podOf, storedConfigMap } from '../../support/builders.ts';
import {
  aVillage,
  boundPod,
  containerNamed,
  deletePod,
  publishHouse,
  reasonsAbout,
  type Village,
} from '../../support/village.ts';

const pod = 'default/web';
const app = { pod, container: 'app' } as const;
const container = 'app';

/** Somebody sits there and does everything by hand. */
function byHand(options: Parameters<typeof aVillage>[0] = {}): Village {
  const village = aVillage({ ...options, startMode: 'hand' });
  const { world } = village;
  for (const seat of world.list('Seat')) world.put({ ...seat, holder: 'player0001', connected: true });
  publishHouse(world, 'house:1');
  return village;
}

const reasons = (world: Store) => nextSteps(world, 'node-1').map((step) => step.reason);

describe('by hand', () => {
  test('KUBELET-20 KUBELET-29 a pod is brought up and taken down step by step', () => {
    const { world, tick } = byHand();
    boundPod(world, 'web');
    tick(5);
    expect(world.count('Sandbox')).toBe(0);
    expect(reasons(world)).toEqual(['admit']);
    expect(act(world, { verb: 'admitPod', pod })).toBeNull();
    expect(reasons(world)).toEqual(['pull']);
    expect(act(world, { verb: 'pullImage', ...app })).toBeNull();
    expect(reasons(world)).toEqual(['pullQueued']);
    tick();
    expect(reasons(world)).toEqual(['pulling']);
    tick(3);
    expect(reasons(world)).toEqual(['start']);
    expect(act(world, { verb: 'startContainer', ...app })).toBeNull();
    expect(reasons(world)).toEqual(['creating']);
    tick();
    expect(reasons(world)).toEqual(['starting']);
    tick(2);
    expect(reasons(world)).toEqual(['running']);
    deletePod(world, 'web');
    expect(reasons(world)).toEqual(['stop']);
    expect(act(world, { verb: 'stopPod', pod })).toBeNull();
    expect(reasons(world)).toEqual(['stopping']);
    tick(3);
    expect(reasons(world)).toEqual(['remove']);
    expect(act(world, { verb: 'removePod', pod })).toBeNull();
    expect(world.count('Sandbox') + world.count('Pod')).toBe(0);
  });

  test('KUBELET-21 what comes too early is refused, with the reason', () => {
    const { world, tick } = byHand();
    expect(act(world, { verb: 'admitPod', pod })).toMatchObject({ code: 404 });
    boundPod(world, 'web');
    expect(act(world, { verb: 'startContainer', ...app })).toMatchObject({ key: 'podNotAdmitted' });
    act(world, { verb: 'admitPod', pod });
    expect(act(world, { verb: 'admitPod', pod })).toMatchObject({ key: 'podAdmitted' });
    expect(act(world, { verb: 'startContainer', ...app })).toMatchObject({ key: 'imageNotPulled' });
    expect(act(world, { verb: 'startContainer', pod, container: 'shed' })).toMatchObject({ code: 404 });
    act(world, { verb: 'pullImage', ...app });
    expect(act(world, { verb: 'pullImage', ...app })).toMatchObject({ key: 'imagePulling' });
    expect(act(world, { verb: 'startContainer', ...app })).toMatchObject({ key: 'imagePulling' });
    expect(act(world, { verb: 'killContainer', ...app })).toMatchObject({ key: 'containerNotRunning' });
    tick(3);
    expect(act(world, { verb: 'pullImage', ...app })).toMatchObject({ key: 'imagePresent' });
    act(world, { verb: 'startContainer', ...app });
    expect(act(world, { verb: 'startContainer', ...app })).toMatchObject({ key: 'containerCreating' });
    tick();
    expect(act(world, { verb: 'startContainer', ...app })).toMatchObject({ key: 'containerRunning' });
    expect(act(world, { verb: 'stopPod', pod })).toMatchObject({ key: 'podNotDeleted' });
    expect(act(world, { verb: 'removePod', pod })).toMatchObject({ key: 'podNotDeleted' });
    deletePod(world, 'web');
    expect(act(world, { verb: 'removePod', pod })).toMatchObject({ key: 'podNotStopped' });
    act(world, { verb: 'stopPod', pod });
    expect(act(world, { verb: 'stopPod', pod })).toMatchObject({ key: 'podStopping' });
    expect(act(world, { verb: 'removePod', pod })).toMatchObject({ key: 'podStillRunning' });
  });

  test('KUBELET-21 a crashed container waits out its back-off', () => {
    const { world, tick } = byHand();
    publishHouse(world, 'house:1', { exit: { afterTicks: 0, code: 1, lastWords: 'no' } });
    boundPod(world, 'web');
    act(world, { verb: 'admitPod', pod });
    act(world, { verb: 'pullImage', ...app });
    tick(4);
    act(world, { verb: 'startContainer', ...app });
    tick();
    expect(act(world, { verb: 'startContainer', ...app })).toBeNull();
    tick(2);
    expect(act(world, { verb: 'startContainer', ...app })).toMatchObject({
      key: 'crashLoopBackOff',
      code: 429,
      details: { seconds: 9 },
    });
  });

  test('KUBELET-21 nothing can be done on a node without power, and little without its road', () => {
    const { world } = byHand();
    boundPod(world, 'web');
    deletePod(world, 'web');
    cutLink(world, 'node-1');
    boundPod(world, 'late');
    expect(act(world, { verb: 'admitPod', pod: 'default/late' })).toMatchObject({ code: 404 });
    expect(act(world, { verb: 'removePod', pod })).toMatchObject({ code: 503, key: 'nodeCutOff' });
    expect(reasons(world)).toEqual(['nodeCutOff']);
    crashMachine(world, 'node-1');
    expect(act(world, { verb: 'admitPod', pod })).toMatchObject({ code: 503, key: 'nodeOff' });
    expect(reasons(world)).toEqual(['nodeOff']);
  });

  test('KUBELET-21 only the head of this village may', () => {
    const { world } = byHand({ nodes: 2 });
    boundPod(world, 'web', { node: 'node-2' });
    const seat = world.get('Seat', 'kubelet/node-2');
    if (seat) world.put({ ...seat, holder: null });
    const actor = { type: 'player', id: 'player0001' } as const;
    expect(executeVerb(world, actor, { verb: 'admitPod', pod })).toMatchObject({ key: 'notYourNode' });
    expect(executeVerb(world, TEACHER, { verb: 'admitPod', pod })).toBeNull();
  });
});

describe('admission', () => {
  const admitted = (world: Store, name: string) => world.by('sandboxesByPod', `default/${name}`).length === 1;

  test('KUBELET-10 refuses for good what does not fit', () => {
    const { world, tick } = aVillage();
    aNode(world, 'node-1', { allocatable: { cpuMilli: 1000, memoryBytes: 2 ** 30, pods: 3 } });
    publishHouse(world, 'house:1');
    boundPod(world, 'a', { cpu: '600m' });
    boundPod(world, 'b', { cpu: '500m' });
    boundPod(world, 'c', { memory: '2Gi' });
    boundPod(world, 'd', { nodeSelector: { disk: 'ssd' } });
    boundPod(world, 'e');
    boundPod(world, 'f', { cpu: '400m' });
    boundPod(world, 'g');
    const elsewhere = { matchFields: [{ key: 'metadata.name', operator: 'In', values: ['node-2'] }] };
    const required = { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [elsewhere] } };
    boundPod(world, 'h', { affinity: { nodeAffinity: required } });
    tick(5);
    expect(['a', 'e', 'f'].map((name) => admitted(world, name))).toEqual([true, true, true]);
    expect(['b', 'c', 'd', 'g', 'h'].map((name) => podOf(world, name).status.reason)).toEqual([
      'OutOfcpu',
      'OutOfmemory',
      'NodeAffinity',
      'OutOfpods',
      'NodeAffinity',
    ]);
    expect(podOf(world, 'b').status).toMatchObject({
      phase: 'Failed',
      message: "Pod was rejected: Node didn't have enough resource: cpu, requested: 500, used: 600, capacity: 1000",
    });
  });

  test('KUBELET-10 pods that are over hold no room', () => {
    const { world, tick } = aVillage();
    aNode(world, 'node-1', { allocatable: { cpuMilli: 1000 } });
    publishHouse(world, 'house:1', { exit: { afterTicks: 1, code: 0, lastWords: '' } });
    boundPod(world, 'job', { cpu: '1', restartPolicy: 'Never' });
    tick(10);
    boundPod(world, 'next', { cpu: '1' });
    tick(2);
    expect(admitted(world, 'next')).toBe(true);
  });

  test('KUBELET-11 addresses differ, and are used again', () => {
    const { world, tick } = aVillage();
    publishHouse(world, 'house:1');
    for (const name of ['a', 'b', 'c']) boundPod(world, name);
    tick(8);
    const addresses = ['a', 'b', 'c'].map((name) => podOf(world, name).status.podIP);
    expect(addresses).toEqual(['10.100.2.2', '10.100.2.3', '10.100.2.4']);
    deletePod(world, 'b');
    tick(6);
    boundPod(world, 'd');
    tick(2);
    expect(podOf(world, 'd').status.podIP).toBe('10.100.2.3');
  });
});

describe('furniture', () => {
  const envFrom = [{ configMapRef: { name: 'furniture' } }];

  test('KUBELET-24 a missing ConfigMap keeps the container from being made, until it is back', () => {
    const { world, tick } = aVillage();
    publishHouse(world, 'house:1');
    boundPod(world, 'web', { container: { envFrom } });
    tick(8);
    expect(podOf(world, 'web').status.containerStatuses[0]?.state).toEqual({
      type: 'waiting',
      reason: 'CreateContainerConfigError',
      message: 'configmap "furniture" not found',
    });
    expect(act(world, { verb: 'startContainer', pod, container })).toMatchObject({ key: 'configMissing' });
    storedConfigMap(world, 'furniture');
    tick(12);
    expect(containerNamed(world, 'web').state.type).toBe('running');
    world.remove('ConfigMap', 'default/furniture');
    tick(30);
    expect(containerNamed(world, 'web').state.type).toBe('running');
  });
});

describe('endings', () => {
  test('KUBELET-27 RUNTIME-15 grace is given, and then it is over', () => {
    const { world, tick } = aVillage();
    publishHouse(world, 'house:1');
    boundPod(world, 'web');
    tick(8);
    deletePod(world, 'web');
    tick(1);
    expect(containerNamed(world, 'web')).toMatchObject({ plannedExit: { cause: 'signal', exitCode: 143 } });
    tick(5);
    expect(world.get('Pod', pod)).toBeUndefined();
    expect(reasonsAbout(world, 'web')).toContain('Killing');
  });

  test('KUBELET-27 KUBELET-30 how a pod ended is told before it leaves the ledger', () => {
    const { world, tick } = aVillage();
    publishHouse(world, 'house:1');
    publishHouse(world, 'patient:1', { ignoresTerm: true, exit: { afterTicks: 12, code: 0, lastWords: '' } });
    boundPod(world, 'web', { restartPolicy: 'Never' });
    boundPod(world, 'work', { restartPolicy: 'Never', image: 'patient:1' });
    tick(8);
    const ends: string[] = [];
    world.listen(
      ({ before, after }) => {
        if (before?.kind === 'Pod' && !after) ends.push(`${before.metadata.name} ${before.status.phase}`);
      },
      ['Pod'],
    );
    for (const name of ['web', 'work']) deletePod(world, name);
    tick(30);
    expect(ends).toEqual(['web Failed', 'work Succeeded']);
  });

  test('KUBELET-27 a pod that was never admitted leaves at once', () => {
    const { world, tick } = aVillage();
    boundPod(world, 'web', { deletionTick: 0 });
    tick();
    expect(world.count('Pod')).toBe(0);
  });

  test('KUBELET-28 of namesakes on several nodes, each kubelet ends its own', () => {
    const { world, tick } = byHand({ nodes: [{ name: 'node-1' }, { name: 'node-2' }] });
    for (const node of ['node-1', 'node-2']) {
      boundPod(world, 'web', { node });
      expect(act(world, { verb: 'admitPod', pod })).toBeNull();
      world.remove('Pod', pod);
    }
    const ending = () =>
      [...world.list('Sandbox')].filter(({ killTick }) => killTick !== null).map((one) => one.nodeName);
    for (const node of ['node-2', 'node-1']) {
      const [step] = nextSteps(world, node);
      expect(step?.verb).toEqual({ verb: 'stopPod', pod, node });
      expect(step?.verb && act(world, step.verb)).toBeNull();
      expect(ending()).toContain(node);
    }
    tick(5);
    for (const node of ['node-2', 'node-1']) expect(act(world, { verb: 'removePod', pod, node })).toBeNull();
    expect(world.count('Sandbox')).toBe(0);
  });

  test('KUBELET-28 what was deleted by force is stopped and removed, and its namesake lives', () => {
    const { world, tick } = aVillage();
    publishHouse(world, 'house:1');
    const old = boundPod(world, 'web');
    tick(8);
    deletePod(world, 'web', 0);
    const fresh = boundPod(world, 'web');
    tick(10);
    expect(world.get('Sandbox', old.metadata.uid)).toBeUndefined();
    expect(world.get('Sandbox', fresh.metadata.uid)?.containers[0]?.state.type).toBe('running');
  });

  test('KUBELET-28 API-6 what ended on a machine that is off is gone at once, and tidied up when the machine is back', () => {
    const { world, tick } = aVillage();
    publishHouse(world, 'house:1', { exit: { afterTicks: 2, code: 0, lastWords: '' } });
    boundPod(world, 'web', { restartPolicy: 'Never' });
    tick(12);
    expect(podOf(world, 'web').status.phase).toBe('Succeeded');
    crashMachine(world, 'node-1');
    deletePod(world, 'web');
    expect(world.get('Pod', pod)).toBeUndefined();
    tick(5);
    expect(world.count('Sandbox')).toBe(1);
    expect(act(world, { verb: 'reboot', node: 'node-1' })).toBeNull();
    tick(20);
    expect(world.count('Sandbox')).toBe(0);
  });

  test('KUBELET-23 images that no registry could give are tried again', () => {
    const { world, tick } = aVillage();
    boundPod(world, 'web', { image: 'Not A Name' });
    boundPod(world, 'never', { container: { imagePullPolicy: 'Never' } });
    tick(3);
    expect(containerNamed(world, 'web').state).toMatchObject({ reason: 'InvalidImageName' });
    expect(containerNamed(world, 'never').state).toMatchObject({ reason: 'ErrImageNeverPull' });
    const told = () => [...world.list('Event')].find((event) => event.reason === 'ErrImageNeverPull')?.count;
    expect(told()).toBe(1);
    tick(10);
    expect(told()).toBe(2);
  });
});
