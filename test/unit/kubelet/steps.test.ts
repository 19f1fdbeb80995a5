import { describe, expect, test } from 'vitest';
import { TEACHER } from '../../../shared/cluster/actor.ts';
import { nextSteps } from '../../../shared/cluster/kubelet/next-steps.ts';
import { crashMachine, cutLink } from '../../../shared/cluster/runtime/failures.ts';
import { executeVerb } from '../../../shared/cluster/verbs/execute.ts';
import type { Store } from '../../../shared/store/store.ts';
import { act, aNode, podOf, storedConfigMap } from '../../support/builders.ts';
import { aVillage, aVillageByHand, boundPod, containerNamed, deletePod, publishHouse } from '../../support/village.ts';

const pod = 'default/web';
const app = { pod, container: 'app' } as const;
const container = 'app';

const reasons = (world: Store) => nextSteps(world, 'node-1').map((step) => step.reason);

describe('by hand', () => {
  test('KUBELET-20 KUBELET-29 a pod is brought up and taken down step by step', () => {
    const { world, tick } = aVillageByHand();
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
    const { world, tick } = aVillageByHand();
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
    const { world, tick } = aVillageByHand();
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
    const { world } = aVillageByHand();
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
    const { world } = aVillageByHand({ nodes: 2 });
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
