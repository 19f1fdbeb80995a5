// DaemonSets that put up the new one before the old one goes, and what counts as available.
import { expect, test } from 'vitest';
import { isPodReady, isTerminating } from '../../../shared/api/pod.ts';
import { must } from '../../../shared/base/assert.ts';
import type { Store } from '../../../shared/store/store.ts';
import { act, aDaemonSet } from '../../support/builders.ts';
import { aTownHall, pods, report } from '../../support/town-hall.ts';

const daemon = (image: string, rollingUpdate: object, minReadySeconds = 0) =>
  aDaemonSet('well', { image, spec: { minReadySeconds, updateStrategy: { rollingUpdate } } });
const SURGE = { maxUnavailable: 0, maxSurge: 1 };
const standing = (world: Store) => pods(world).filter((pod) => !isTerminating(pod));
const nodeOf = (pod: { readonly spec: { readonly nodeSelector: Readonly<Record<string, string>> } }) =>
  pod.spec.nodeSelector['kubernetes.io/hostname'] ?? '';
const imageOf = (pod: ReturnType<typeof pods>[number]) => pod.spec.containers[0]?.image;

/** All that stand are ready; who was told to go is gone. */
function fareWell(world: Store): void {
  for (const pod of pods(world)) {
    if (isTerminating(pod)) world.remove('Pod', `default/${pod.metadata.name}`);
    else if (!isPodReady(pod)) report(world, pod.metadata.name, true, nodeOf(pod));
  }
}

function rolledOut(rollingUpdate: object, minReadySeconds = 0) {
  const hall = aTownHall({ nodes: 3, manifests: [daemon('hut:1.0', rollingUpdate, minReadySeconds)] });
  hall.tick();
  fareWell(hall.world);
  hall.tick(minReadySeconds + 1);
  expect(act(hall.world, { verb: 'apply', manifest: daemon('villa:1.0', rollingUpdate, minReadySeconds) })).toBeNull();
  return hall;
}

test('DS-4 the new one comes beside the old one, one node after the other, and nobody is missing meanwhile', () => {
  const { world, tick } = rolledOut(SURGE);
  for (let round = 0; round < 12; round += 1) {
    tick();
    const serving = standing(world).filter(isPodReady);
    expect(new Set(serving.map(nodeOf)).size).toBe(3);
    expect(standing(world).length).toBeLessThanOrEqual(4);
    fareWell(world);
  }
  expect(standing(world).map(imageOf)).toEqual(['villa:1.0', 'villa:1.0', 'villa:1.0']);
});

test('DS-4 an old one that serves nobody need not be spared, and holds up nothing', () => {
  const { world, tick } = rolledOut(SURGE);
  const [broken] = standing(world);
  report(world, must(broken, 'pod').metadata.name, false, nodeOf(must(broken, 'pod')));
  tick();
  // Beside it, and beside one that serves.
  expect(standing(world).filter((pod) => imageOf(pod) === 'villa:1.0')).toHaveLength(2);
  tick();
  expect(
    isTerminating(
      must(
        pods(world).find(({ metadata }) => metadata.uid === broken?.metadata.uid),
        'it',
      ),
    ),
  ).toBe(true);
});

test('DS-4 by hand, too, a second one comes only where the surge has room', () => {
  const { world } = rolledOut(SURGE);
  const create = (slot: string) => act(world, { verb: 'createPod', kind: 'DaemonSet', owner: 'default/well', slot });
  expect(create('node-1')).toBeNull();
  expect(create('node-1')).toMatchObject({ key: 'daemonPresent' });
  expect(create('node-2')).toMatchObject({ key: 'daemonPresent' });
});

test.each([
  ['the old one goes first', { maxUnavailable: 1 }],
  ['the new one comes first', SURGE],
])('DS-4 who is ready waits for minReadySeconds before it counts: %s', (_name, rollingUpdate) => {
  const { world, tick } = rolledOut(rollingUpdate, 10);
  tick(2);
  fareWell(world);
  tick(2);
  fareWell(world);
  const renewed = () => standing(world).filter((pod) => imageOf(pod) === 'villa:1.0').length;
  tick(4);
  expect(renewed()).toBe(1);
  expect(world.get('DaemonSet', 'default/well')?.status).toMatchObject({
    numberReady: 3,
    numberAvailable: 3 - Number(!('maxSurge' in rollingUpdate)),
  });
  tick(10);
  fareWell(world);
  tick(2);
  expect(renewed()).toBe(2);
});

test.each([
  [
    { maxUnavailable: 1, maxSurge: 1 },
    'invalidDaemonSurge',
    'maxSurge: Invalid value: 1: may not be set when maxUnavailable is non-zero',
  ],
  [
    { maxSurge: '20%' },
    'invalidDaemonSurge',
    'maxSurge: Invalid value: "20%": may not be set when maxUnavailable is non-zero',
  ],
  [{ maxUnavailable: 0 }, 'invalidNoRoom', 'maxUnavailable: Required value: cannot be 0 when maxSurge is 0'],
  [
    { maxUnavailable: 0, maxSurge: '120%' },
    'invalidAboveAll',
    'maxSurge: Invalid value: "120%": must not be greater than 100%',
  ],
])('DS-4 422 for %j', (rollingUpdate, key, words) => {
  const { world } = aTownHall({ nodes: 1 });
  const message = `DaemonSet "well" is invalid: spec.updateStrategy.rollingUpdate.${words}`;
  expect(act(world, { verb: 'apply', manifest: daemon('hut:1.0', rollingUpdate) })).toMatchObject({ key, message });
});

test('DS-4 where it surges, who is sent away is replaced before it is gone', () => {
  const { world, tick } = rolledOut(SURGE);
  for (let round = 0; round < 20; round += 1) {
    tick();
    fareWell(world);
  }
  const pod = must(standing(world)[0], 'a pod');
  act(world, { verb: 'delete', kind: 'Pod', key: `default/${pod.metadata.name}` });
  tick();
  expect(standing(world).map(nodeOf).toSorted()).toEqual(['node-1', 'node-2', 'node-3']);
  expect(pods(world)).toHaveLength(4);
});
