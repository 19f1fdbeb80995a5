import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstDifference } from '../../../shared/base/equal.ts';
import { addHash, formatHash, hashEntry, hashValue } from '../../../shared/base/hash.ts';
import { partsPerMillion, splitEvenly } from '../../../shared/base/integers.ts';
import { randomBelow, randomSuffix, randomUint32 } from '../../../shared/base/random.ts';

describe('base', () => {
  test('BASE-1 the order of keys does not change the hash, the order of items does', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (record) => {
        const reversed = Object.fromEntries(Object.entries(record).toReversed());
        expect(hashValue(reversed)).toEqual(hashValue(record));
      }),
    );
    expect(hashValue([1, 2])).not.toEqual(hashValue([2, 1]));
  });

  test('BASE-2 any other value has another hash, and a swap shows in the sum', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (left, right) => {
        fc.pre(JSON.stringify(left) !== JSON.stringify(right) && !Object.is(left, -0) && !Object.is(right, -0));
        fc.pre(firstDifference(left, right) !== null);
        expect(formatHash(hashValue(left))).not.toBe(formatHash(hashValue(right)));
      }),
    );
    const one = addHash(hashEntry('a', { size: 1 }), hashEntry('b', { size: 2 }));
    const swapped = addHash(hashEntry('a', { size: 2 }), hashEntry('b', { size: 1 }));
    expect(one).not.toEqual(swapped);
  });

  test('BASE-3 draws are keyed: the same three give the same, a draw elsewhere moves nothing', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.string(), (seed, tick, name) => {
        const first = randomUint32(seed, tick, name);
        randomUint32(seed, tick, `${name}!`);
        expect(randomUint32(seed, tick, name)).toBe(first);
        expect(randomBelow(7, seed, tick, name)).toBeLessThan(7);
      }),
    );
    expect(new Set(Array.from({ length: 500 }, (_, tick) => randomSuffix(5, 1, tick, 'web'))).size).toBe(500);
  });

  test('BASE-4 splitting loses nothing and is even', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 50 }), fc.nat(100), (total, shares, offset) => {
        const parts = splitEvenly(total, shares, offset % shares);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
        expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('BASE-5 a share of nothing is undefined', () => {
    expect(partsPerMillion(0, 0)).toBeUndefined();
    expect(partsPerMillion(1, 3)).toBe(333_333);
  });

  test('BASE-6 the first difference names its path', () => {
    const left = { status: { conditions: [{ reason: '' }] } };
    const right = { status: { conditions: [{ reason: 'oops' }] } };
    expect(firstDifference(left, right)).toEqual({ path: '.status.conditions.0.reason', left: '', right: 'oops' });
    expect(firstDifference(left, structuredClone(left))).toBeNull();
  });
});
