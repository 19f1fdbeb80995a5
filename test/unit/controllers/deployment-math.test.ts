// The arithmetic of rollouts and scaling: tables, and what holds for all numbers.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scaledValue } from '../../../shared/api/int-or-percent.ts';
import {
  resolveFenceposts,
  rolloutGoal,
  type RolloutGoal,
} from '../../../shared/cluster/controllers/deployment/fenceposts.ts';
import { forgottenRevisions } from '../../../shared/cluster/controllers/deployment/history.ts';
import { isComplete, isProgressing, isTimedOut } from '../../../shared/cluster/controllers/deployment/progress.ts';
import {
  cleanUpUnhealthy,
  resizeNew,
  resizeOld,
} from '../../../shared/cluster/controllers/deployment/rolling-update.ts';
import { isScalingEvent, scale } from '../../../shared/cluster/controllers/deployment/scaling.ts';
import { totalReplicas, type Resize, type SizedSet } from '../../../shared/cluster/controllers/deployment/sized-set.ts';

const aSet = (key: string, replicas: number, more: Partial<SizedSet> = {}): SizedSet => ({
  key,
  replicas,
  availableReplicas: replicas,
  createdTick: 0,
  desiredReplicas: null,
  maxReplicas: null,
  ...more,
});
const goal = (replicas: number, maxSurge: number, maxUnavailable: number): RolloutGoal =>
  rolloutGoal({ replicas, strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge, maxUnavailable } } });
const resized = (sets: readonly SizedSet[], resizes: readonly Resize[]): SizedSet[] =>
  sets.map((set) => ({ ...set, replicas: resizes.findLast(({ key }) => key === set.key)?.replicas ?? set.replicas }));

test.each([
  ['25%', '25%', 4, 1, 1],
  ['25%', '25%', 3, 1, 0],
  ['25%', '25%', 10, 3, 2],
  [0, 0, 5, 0, 1],
  ['0%', '10%', 5, 0, 1],
  [2, '50%', 5, 2, 2],
] as const)('DEPLOY-1 surge %s and unavailable %s of %i are %i and %i', (up, down, desired, surge, unavailable) => {
  expect(resolveFenceposts(up, down, desired)).toEqual({ surge, unavailable });
});

test('DEPLOY-1 text that is no percentage is never taken for a number', () => {
  for (const text of ['%', 'a', '40%%', '200', '2.5%']) expect(() => scaledValue(text, 10, 'up')).toThrow(/percentage/);
});

test('DEPLOY-17 a text that is no percentage gives no fence posts at all', () => {
  for (const text of ['a', '40%%', '200']) {
    expect(resolveFenceposts(text, '25%', 10)).toBeNull();
    expect(resolveFenceposts('25%', text, 10)).toBeNull();
  }
});

test('DEPLOY-1 unavailable is never more than all', () => {
  expect(goal(3, 0, 10)).toMatchObject({ maxUnavailable: 3, minAvailable: 0 });
});

test('DEPLOY-4 unhealthy old pods go first, of the oldest ReplicaSet first', () => {
  const old = [
    aSet('b', 4, { availableReplicas: 2, createdTick: 2 }),
    aSet('a', 3, { availableReplicas: 0, createdTick: 1 }),
  ];
  expect(cleanUpUnhealthy(old, 4)).toEqual([
    { key: 'a', replicas: 0 },
    { key: 'b', replicas: 3 },
  ]);
});

test('DEPLOY-4 a new pod that is not available yet gives no old one leave to go', () => {
  const four = goal(4, 1, 0);
  expect(resizeOld(four, aSet('new', 1, { availableReplicas: 0 }), [aSet('old', 4)])).toEqual([]);
  expect(resizeOld(four, aSet('new', 1), [aSet('old', 4)])).toEqual([{ key: 'old', replicas: 3 }]);
  // Not even an unhealthy one: it might come back sooner.
  const limping = aSet('old', 4, { availableReplicas: 3 });
  expect(resizeOld(four, aSet('new', 1, { availableReplicas: 0 }), [limping])).toEqual([]);
});

test('DEPLOY-4 too many of the new revision are too many, whatever the old ones do', () => {
  expect(resizeNew(goal(3, 1, 0), aSet('new', 5), [])).toEqual([{ key: 'new', replicas: 3 }]);
});

const sizes = fc.record({
  replicas: fc.integer({ min: 0, max: 50 }),
  surge: fc.integer({ min: 0, max: 20 }),
  unavailable: fc.integer({ min: 0, max: 20 }),
  fresh: fc.tuple(fc.nat(60), fc.nat(60)),
  old: fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 4 }),
});

test('DEPLOY-5 no step goes above desired + surge or below desired - unavailable', () => {
  fc.assert(
    fc.property(sizes, ({ replicas, surge, unavailable, fresh, old }) => {
      const wanted = goal(replicas, surge, unavailable);
      const sized = ([count, up]: [number, number], key: string) =>
        aSet(key, count, { availableReplicas: Math.min(count, up) });
      const newSet = sized(fresh, 'new');
      const oldSets = old.map((pair, index) => sized(pair, `old-${index}`));
      const total = totalReplicas([newSet, ...oldSets]);
      const afterUp = totalReplicas(resized([newSet, ...oldSets], resizeNew(wanted, newSet, oldSets)));
      expect(afterUp).toBeLessThanOrEqual(Math.max(total, replicas + wanted.maxSurge));
      // In the worst case every pod that goes was an available one, once the unhealthy are gone.
      const afterDown = resized(oldSets, resizeOld(wanted, newSet, oldSets));
      const available = (sets: readonly SizedSet[]) =>
        sets.reduce((sum, set) => sum + Math.min(set.replicas, set.availableReplicas), newSet.availableReplicas);
      expect(available(afterDown)).toBeGreaterThanOrEqual(Math.min(available(oldSets), wanted.minAvailable));
      for (const set of afterDown) expect(set.replicas).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('DEPLOY-5 a rollout whose pods all come up always ends, without old pods', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(10), fc.nat(10), (replicas, surge, unavailable) => {
      const wanted = goal(replicas, surge, unavailable);
      let newSet = aSet('new', 0);
      let old = [aSet('old', replicas)];
      for (let step = 0; step < 200; step += 1) {
        const up = resizeNew(wanted, newSet, old);
        const resizes = up.length > 0 ? up : resizeOld(wanted, newSet, old);
        if (resizes.length === 0) break;
        const settle = (set: SizedSet) => ({ ...set, availableReplicas: set.replicas });
        [newSet, ...old] = resized([newSet, ...old], resizes).map(settle) as [SizedSet, ...SizedSet[]];
      }
      expect([newSet.replicas, totalReplicas(old)]).toEqual([replicas, 0]);
    }),
  );
});

test('DEPLOY-6 scaling in mid-rollout: each set gets its share, the largest what is left over', () => {
  const seven = { desiredReplicas: 7, maxReplicas: 9 };
  const newSet = aSet('new', 3, { ...seven, createdTick: 5 });
  const old = aSet('old', 6, seven);
  expect(isScalingEvent(goal(14, 2, 0), [newSet, old])).toBe(true);
  // 16 allowed: 6 x 16 / 9 = 10.67 and 3 x 16 / 9 = 5.33.
  expect(scale(goal(14, 2, 0), newSet, [old], 9)).toEqual([
    { key: 'old', replicas: 11 },
    { key: 'new', replicas: 5 },
  ]);
});

test('DEPLOY-6 shares add up to what is allowed, or to nothing for a wish of nothing', () => {
  fc.assert(
    fc.property(
      fc.nat(60),
      fc.nat(9),
      fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 2, maxLength: 5 }),
      (to, surge, counts) => {
        const from = totalReplicas(counts.map((count) => aSet('', count)));
        const sets = counts.map((count, index) =>
          aSet(`s${index}`, count, {
            createdTick: index,
            desiredReplicas: from + 1,
            maxReplicas: from,
            availableReplicas: 0,
          }),
        );
        const [newSet, ...old] = sets as [SizedSet, ...SizedSet[]];
        const wanted = goal(to, surge, 1);
        fc.pre(isScalingEvent(wanted, sets));
        const after = totalReplicas(resized(sets, scale(wanted, newSet, old, from)));
        expect(after).toBe(to === 0 ? 0 : to + surge);
      },
    ),
  );
});

test('DEPLOY-6 one active ReplicaSet takes the whole count; a saturated new one sends the others home', () => {
  const stale = { desiredReplicas: 2, maxReplicas: 3 };
  expect(scale(goal(5, 1, 0), aSet('new', 0), [aSet('old', 2, stale)], 2)).toEqual([{ key: 'old', replicas: 5 }]);
  const saturated = aSet('new', 5, { desiredReplicas: 5, maxReplicas: 6 });
  expect(scale(goal(5, 1, 0), saturated, [aSet('old', 2, stale)], 7)).toEqual([{ key: 'old', replicas: 0 }]);
});

test('DEPLOY-8 the oldest revisions beyond the limit go, those with pods stay', () => {
  const revision = (key: string, number: number, replicas = 0) => ({
    key,
    revision: number,
    replicas,
    actualReplicas: replicas,
    isDeleting: false,
    isBehind: false,
  });
  const sets = [revision('c', 3), revision('a', 1, 1), revision('b', 2), revision('d', 4)];
  expect(forgottenRevisions(sets, 1)).toEqual(['b', 'c']);
  expect(forgottenRevisions(sets, 10)).toEqual([]);
});

const counts = (replicas: number, updatedReplicas: number, readyReplicas: number, availableReplicas: number) => ({
  replicas,
  updatedReplicas,
  readyReplicas,
  availableReplicas,
});

test('DEPLOY-8 complete means updated = total = available = desired', () => {
  expect(isComplete(3, counts(3, 3, 3, 3))).toBe(true);
  for (const status of [counts(4, 3, 4, 4), counts(3, 2, 3, 3), counts(3, 3, 3, 2)])
    expect(isComplete(3, status)).toBe(false);
});

test('DEPLOY-9 what is progress, and when there has been none for too long', () => {
  const before = counts(4, 1, 3, 3);
  expect(isProgressing(before, before)).toBe(false);
  for (const after of [counts(4, 2, 3, 3), counts(3, 1, 3, 3), counts(4, 1, 4, 3), counts(4, 1, 3, 4)]) {
    expect(isProgressing(before, after)).toBe(true);
  }
  const progressing = { reason: 'ReplicaSetUpdated', lastUpdateTick: 100 };
  expect(isTimedOut(progressing, 600, 700)).toBe(false);
  expect(isTimedOut(progressing, 600, 701)).toBe(true);
  expect(isTimedOut({ ...progressing, reason: 'NewReplicaSetAvailable' }, 600, 9999)).toBe(false);
  expect(isTimedOut(undefined, 600, 9999)).toBe(false);
  const late = { ...progressing, reason: 'ProgressDeadlineExceeded' };
  expect(isTimedOut(late, 600, 101)).toBe(true);
  expect(isTimedOut(late, 2147483647, 101)).toBe(false);
});
