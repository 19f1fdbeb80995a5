import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isEqual, firstDifference } from '../../../shared/base/equal.ts';
import { SortedKeys } from '../../../shared/store/sorted-keys.ts';

const steps = fc.array(
  fc.record({ key: fc.constantFrom(...'abcdefghij'), does: fc.constantFrom('add', 'delete', 'read') }),
  { maxLength: 300 },
);

describe('SortedKeys', () => {
  test('STORE-4 a mended list equals a sorted one, whatever comes and goes between two readings', () => {
    fc.assert(
      fc.property(steps, (script) => {
        const keys = new SortedKeys();
        const plain = new Set<string>();
        for (const { key, does } of script) {
          if (does === 'read') expect(keys.list()).toEqual([...plain].sort());
          else keys[does as 'add' | 'delete'](key);
          if (does === 'add') plain.add(key);
          if (does === 'delete') plain.delete(key);
        }
        expect(keys.list()).toEqual([...plain].sort());
        expect(keys.size).toBe(plain.size);
      }),
    );
  });

  test('STORE-4 so many changes that the list is sorted anew', () => {
    const keys = new SortedKeys();
    keys.add('k500');
    expect(keys.list()).toEqual(['k500']);
    const names = Array.from({ length: 200 }, (_, index) => `k${1000 - index}`);
    for (const name of names) keys.add(name);
    expect(keys.list()).toEqual([...names, 'k500'].sort());
  });

  test('STORE-10 a key that went and came back gives a new list, and no change the same one', () => {
    const keys = new SortedKeys();
    keys.add('a');
    const before = keys.list();
    expect(keys.list()).toBe(before);
    keys.delete('a');
    keys.add('a');
    expect(keys.list()).toEqual(before);
    expect(keys.list()).not.toBe(before);
  });
});

describe('isEqual', () => {
  test('STORE-1 is equality as the first difference sees it', () => {
    const value = fc.jsonValue({ maxDepth: 3 });
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(isEqual(a, b)).toBe(firstDifference(a, b) === null);
        expect(isEqual(a, structuredClone(a))).toBe(true);
      }),
    );
    expect(isEqual({ a: undefined }, {})).toBe(true);
    expect(isEqual({}, { a: undefined })).toBe(true);
    expect(isEqual([], {})).toBe(false);
  });
});
