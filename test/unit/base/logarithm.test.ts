// The logarithm of our own against the engine's.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { naturalLogarithm } from '../../../shared/base/logarithm.ts';

test('BASE-12 the logarithm is right to fifteen digits, for every positive number', () => {
  expect(naturalLogarithm(1)).toBe(0);
  expect(naturalLogarithm(2)).toBe(Math.LN2);
  fc.assert(
    fc.property(fc.double({ min: 1e-9, max: 1e12, noNaN: true }), (value) => {
      const expected = Math.log(value);
      expect(Math.abs(naturalLogarithm(value) - expected)).toBeLessThanOrEqual(2e-15 * Math.max(1, Math.abs(expected)));
    }),
  );
  for (const value of [0, -1, Infinity, Number.NaN]) expect(() => naturalLogarithm(value)).toThrow();
});
