// A pod's own deadline, and what is said of a pod while it is being sent off.
import { expect, test } from 'vitest';
import { isPodReady } from '../../../shared/api/pod.ts';
import { nextSteps } from '../../../shared/cluster/kubelet/next-steps.ts';
import { cutLink } from '../../../shared/cluster/runtime/failures.ts';
import type { Store } from '../../../shared/store/store.ts';
import { act, aPod, aWorld, podOf } from '../../support/builders.ts';
import {
  aVillage,
  aVillageByHand,
  boundPod,
  messagesAbout,
  publishHouse,
  reasonsAbout,
  sandboxNamed,
} from '../../support/village.ts';

const MESSAGE = 'Pod was active on the node longer than the specified deadline';
const pod = 'default/web';
const applied = (world: Store, spec: object) =>
  act(world, { verb: 'apply', manifest: { ...aPod('web'), spec: { ...aPod('web').spec, ...spec } } });

test('KUBELET-65 a pod is ended when it was on its node for as long as it may', () => {
  const { world, tick } = aVillage();
  publishHouse(world, 'house:1');
  const { spec } = boundPod(world, 'web', { restartPolicy: 'Never', activeDeadlineSeconds: 20 });
  expect(spec.activeDeadlineSeconds).toBe(20);
  tick();
  const { createdTick } = sandboxNamed(world, 'web');
  tick(createdTick + 19 - world.tick);
  expect(sandboxNamed(world, 'web').killTick).toBeNull();
  tick();
  expect(world.tick).toBe(createdTick + 20);
  expect(sandboxNamed(world, 'web').killTick).toBe(world.tick + spec.terminationGracePeriodSeconds);
  tick(4);
  const { status } = podOf(world, 'web');
  expect(status).toMatchObject({ phase: 'Failed', reason: 'DeadlineExceeded', message: MESSAGE });
  expect(status.conditions.some(({ type }) => type === 'DisruptionTarget')).toBe(false);
  expect(reasonsAbout(world, 'web')).toContain('DeadlineExceeded');
  expect(messagesAbout(world, 'web')).toContain(MESSAGE);
  // Seed 230295: a Job says it of itself in the same words.
  const told = [...world.list('Event')].find(({ reason }) => reason === 'DeadlineExceeded');
  expect(told?.details).toMatchObject({ name: 'web' });
  const { revision } = world;
  tick(60);
  expect(world.get('Pod', pod)?.status).toEqual(status);
  expect(world.revision - revision).toBeLessThan(30);
});

test('KUBELET-65 neither waiting nor failing stops the clock', () => {
  const { world, tick } = aVillage();
  publishHouse(world, 'falling:1', { exit: { afterTicks: 1, code: 1, lastWords: '' } });
  boundPod(world, 'web', { image: 'nowhere:1', activeDeadlineSeconds: 15 });
  boundPod(world, 'loop', { image: 'falling:1', activeDeadlineSeconds: 15 });
  tick(20);
  for (const name of ['web', 'loop'])
    expect(podOf(world, name).status).toMatchObject({ phase: 'Failed', reason: 'DeadlineExceeded' });
});

test('KUBELET-65 who is done, or is told to go, keeps to that', () => {
  const { world, tick } = aVillage();
  publishHouse(world, 'house:1');
  publishHouse(world, 'errand:1', { exit: { afterTicks: 3, code: 0, lastWords: '' } });
  boundPod(world, 'done', { image: 'errand:1', restartPolicy: 'Never', activeDeadlineSeconds: 30 });
  tick(40);
  expect(podOf(world, 'done').status).toMatchObject({ phase: 'Succeeded', reason: '' });
});

test('KUBELET-65 by hand it is a step, and refused before', () => {
  const { world, tick } = aVillageByHand();
  boundPod(world, 'web', { activeDeadlineSeconds: 5 });
  act(world, { verb: 'admitPod', pod });
  expect(act(world, { verb: 'stopPod', pod })).toMatchObject({ key: 'podNotDeleted' });
  tick(12);
  expect(sandboxNamed(world, 'web').killTick).toBeNull();
  const [step] = nextSteps(world, 'node-1');
  expect(step).toMatchObject({ reason: 'deadline', verb: { verb: 'stopPod' } });
  expect(step?.verb && act(world, step.verb)).toBeNull();
  tick();
  expect(podOf(world, 'web').status).toMatchObject({ phase: 'Failed', reason: 'DeadlineExceeded' });
});

test('KUBELET-65 a kubelet that is cut off keeps to the deadline that it knows', () => {
  const { world, tick } = aVillage();
  publishHouse(world, 'house:1');
  boundPod(world, 'web', { activeDeadlineSeconds: 20 });
  tick(8);
  cutLink(world, 'node-1');
  tick(20);
  expect(sandboxNamed(world, 'web').sentOff?.reason).toBe('DeadlineExceeded');
  expect(podOf(world, 'web').status.phase).toBe('Running');
  expect(act(world, { verb: 'repairLink', node: 'node-1' })).toBeNull();
  tick(3);
  expect(podOf(world, 'web').status.reason).toBe('DeadlineExceeded');
});

test('KUBELET-65 API-5 a pod that stands may get a deadline, or an earlier one', () => {
  const { world, tick } = aVillage();
  publishHouse(world, 'house:1');
  const { containers } = aPod('web', { image: 'house:1' }).spec;
  const given = (activeDeadlineSeconds?: number) =>
    applied(world, { nodeName: 'node-1', containers, activeDeadlineSeconds });
  expect(given()).toBeNull();
  tick(8);
  expect(given(100)).toBeNull();
  expect(given(200)).toMatchObject({
    key: 'invalidPodDeadlineLonger',
    message:
      'Pod "web" is invalid: spec.activeDeadlineSeconds: Invalid value: 200: must be less than or equal to previous value',
  });
  expect(given()).toMatchObject({
    message:
      'Pod "web" is invalid: spec.activeDeadlineSeconds: Invalid value: null: must not update from a positive integer to nil value',
  });
  expect(given(12)).toBeNull();
  tick(8);
  expect(podOf(world, 'web').status.reason).toBe('DeadlineExceeded');
});

test('API-5 a pod that stands may tolerate more, and never less', () => {
  const world = aWorld({ manifests: [aPod('web')] });
  const [first] = podOf(world, 'web').spec.tolerations;
  const more = { key: 'dedicated', operator: 'Exists', effect: 'NoSchedule' } as const;
  expect(applied(world, { tolerations: [more] })).toBeNull();
  expect(podOf(world, 'web').spec.tolerations).toContainEqual(first);
  expect(podOf(world, 'web').spec.tolerations).toContainEqual({ ...more, value: '' });
  expect(applied(world, {})).toMatchObject({ key: 'invalidPodImmutable' });
});

test.each([
  ['apps/v1', 'Deployment', 'ReplicaSet', {}],
  ['apps/v1', 'ReplicaSet', 'ReplicaSet', {}],
  ['apps/v1', 'StatefulSet', 'StatefulSet', { serviceName: 'web' }],
  ['apps/v1', 'DaemonSet', 'DaemonSet', {}],
])('KUBELET-65 pods that are to stay have none: %s %s', (apiVersion, kind, keeper, more) => {
  const template = {
    metadata: { labels: { app: 'web' } },
    spec: { containers: [{ name: 'app', image: 'hut:1.0' }], activeDeadlineSeconds: 60 },
  };
  const spec = { selector: { matchLabels: { app: 'web' } }, template, ...more };
  const manifest = { apiVersion, kind, metadata: { name: 'web' }, spec };
  expect(act(aWorld(), { verb: 'apply', manifest } as never)).toMatchObject({
    key: 'invalidPodDeadline',
    message: expect.stringContaining(
      `spec.template.spec.activeDeadlineSeconds: Forbidden: activeDeadlineSeconds in ${keeper} is not Supported`,
    ),
  });
});

test('KUBELET-66 a pod that is sent off is not over while anything of it runs', () => {
  const { world, tick } = aVillage();
  publishHouse(world, 'deaf:1', { ignoresTerm: true });
  boundPod(world, 'web', { image: 'deaf:1', activeDeadlineSeconds: 20 });
  tick(25);
  expect(sandboxNamed(world, 'web').sentOff?.reason).toBe('DeadlineExceeded');
  expect(podOf(world, 'web').status).toMatchObject({ phase: 'Running', reason: '' });
  expect(isPodReady(podOf(world, 'web'))).toBe(false);
  tick(30);
  expect(podOf(world, 'web').status).toMatchObject({ phase: 'Failed', reason: 'DeadlineExceeded' });
});
