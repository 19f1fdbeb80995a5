// Silence, taints and toleration times, as pure rules.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Lease } from '../../../shared/api/lease.ts';
import { toleration } from '../../../shared/api/pod.ts';
import { silenced, silentTick } from '../../../shared/cluster/controllers/node-lifecycle/health.ts';
import {
  conditionTaints,
  evictionTaints,
  taintChanges,
} from '../../../shared/cluster/controllers/node-lifecycle/taints.ts';
import {
  evictionTick,
  minTolerationSeconds,
  toleratedSeconds,
} from '../../../shared/cluster/controllers/node-lifecycle/toleration-time.ts';
import { act, aWorld, storedPod } from '../../support/builders.ts';

const leaseOf = (renewTick: number) => ({ spec: { renewTick } }) as Lease;
const UNREACHABLE = { key: 'node.kubernetes.io/unreachable', value: '', effect: 'NoExecute' as const };

test('NODE-1 silence is noticed on the first multiple of 5 s after 50 s', () => {
  fc.assert(
    fc.property(fc.nat(10_000), (renewTick) => {
      const tick = silentTick(leaseOf(renewTick), 0);
      expect(tick % 5).toBe(0);
      expect(tick - renewTick).toBeGreaterThanOrEqual(50);
      expect(tick - renewTick).toBeLessThan(55);
    }),
  );
});

test('NODE-1 every condition becomes Unknown, and says whether it was ever known', () => {
  const before = [
    { type: 'Ready', status: 'True', reason: 'KubeletReady', message: '', lastTransitionTick: 1 },
  ] as const;
  const after = silenced(before, 60);
  expect(after.map(({ type, status, reason }) => [type, status, reason])).toEqual([
    ['Ready', 'Unknown', 'NodeStatusUnknown'],
    ['MemoryPressure', 'Unknown', 'NodeStatusNeverUpdated'],
    ['DiskPressure', 'Unknown', 'NodeStatusNeverUpdated'],
    ['PIDPressure', 'Unknown', 'NodeStatusNeverUpdated'],
  ]);
  expect(silenced(after, 99)).toEqual(after);
});

test.each([
  ['True', []],
  ['False', ['node.kubernetes.io/not-ready']],
  ['Unknown', ['node.kubernetes.io/unreachable']],
] as const)('NODE-4 Ready=%s calls for %j', (status, keys) => {
  const conditions = [{ type: 'Ready', status }];
  expect(conditionTaints(conditions, false)).toEqual(keys.map((key) => ({ key, effect: 'NoSchedule' })));
  expect(evictionTaints(conditions)).toEqual(keys.map((key) => ({ key, effect: 'NoExecute' })));
});

test('NODE-4 pressures and a cordon keep new pods away, and only that', () => {
  const conditions = [
    { type: 'Ready', status: 'True' },
    { type: 'MemoryPressure', status: 'True' },
  ] as const;
  expect(conditionTaints(conditions, true).map((taint) => taint.key)).toEqual([
    'node.kubernetes.io/memory-pressure',
    'node.kubernetes.io/unschedulable',
  ]);
  expect(evictionTaints(conditions)).toEqual([]);
});

test('NODE-4 taints of others stay', () => {
  const mine = { key: 'node.kubernetes.io/not-ready', effect: 'NoSchedule' } as const;
  const theirs = { key: 'maintenance', effect: 'NoExecute' } as const;
  expect(taintChanges([mine, theirs], [])).toEqual({ missing: [], surplus: [mine] });
});

test('NODE-4 its own sign finds room on a node that is full of others', () => {
  const world = aWorld({ nodes: 1 });
  const hang = (key: string) => act(world, { verb: 'taintNode', node: 'node-1', key, effect: 'NoSchedule' });
  for (let count = 0; count < 32; count += 1) expect(hang(`sign-${count}`)).toBeNull();
  expect(hang('one-more')).toMatchObject({ key: 'tooManyTaints' });
  expect(hang('node.kubernetes.io/unschedulable')).toBeNull();
});

test.each([
  ['no taint: for ever', [], [], Number.POSITIVE_INFINITY],
  ['an untolerated taint: at once', [UNREACHABLE], [], 0],
  [
    'one of two untolerated: at once',
    [UNREACHABLE, { ...UNREACHABLE, key: 'x' }],
    [{ key: UNREACHABLE.key, operator: 'Exists', tolerationSeconds: 9 }],
    0,
  ],
  ['tolerated without a time: for ever', [UNREACHABLE], [{ operator: 'Exists' }], Number.POSITIVE_INFINITY],
  ['NoSchedule sends nobody off', [{ ...UNREACHABLE, effect: 'NoSchedule' as const }], [], Number.POSITIVE_INFINITY],
  ['tolerated for a time', [UNREACHABLE], [{ key: UNREACHABLE.key, operator: 'Exists', tolerationSeconds: 42 }], 42],
] as const)('NODE-5 %s', (_name, taints, tolerations, seconds) => {
  expect(
    toleratedSeconds(
      taints,
      tolerations.map((one) => toleration.parse(one)),
    ),
  ).toBe(seconds);
});

test('NODE-5 the shortest time counts', () => {
  expect(minTolerationSeconds([{ tolerationSeconds: 30 }, {}, { tolerationSeconds: 7 }])).toBe(7);
  expect(minTolerationSeconds([{}, {}])).toBe(Number.POSITIVE_INFINITY);
});

test('TYPE-10 a negative time is none', () => {
  const impatient = toleration.parse({ key: 'a', operator: 'Exists', tolerationSeconds: -1 });
  expect(toleratedSeconds([{ key: 'a', value: '', effect: 'NoExecute' }], [impatient])).toBe(0);
});

const forEver = { key: 'a', operator: 'Exists' } as const;
const forTime = (key: string, tolerationSeconds: number) => ({ key, operator: 'Exists', tolerationSeconds }) as const;
const since = (key: string, addedTick: number) => ({ key, value: '', effect: 'NoExecute' as const, addedTick });

test.each([
  [
    'a taint that is tolerated for ever starts no clock',
    0,
    [forEver, forTime('b', 30)],
    [since('a', 10), since('b', 500)],
    530,
  ],
  [
    'the first that is tolerated for a time does',
    0,
    [forTime('a', 300), forTime('b', 20)],
    [since('a', 10), since('b', 50)],
    310,
  ],
  ['of two at once the shorter', 0, [forTime('a', 300), forTime('b', 20)], [since('a', 50), since('b', 50)], 70],
  ['who arrives later has all of its time', 100, [forTime('a', 300)], [since('a', 10)], 400],
  ['untolerated: at once, also while a clock runs', 0, [forTime('a', 300)], [since('a', 150), since('b', 170)], 170],
  ['tolerated for ever: never', 0, [forEver], [since('a', 10)], null],
] as const)('NODE-5 %s', (_name, arrival, tolerations, taints, tick) => {
  const world = aWorld({ nodes: 1 });
  world.tick = arrival;
  const pod = storedPod(world, 'a', { node: 'node-1', tolerations });
  expect(evictionTick(pod, taints)).toBe(tick);
});
