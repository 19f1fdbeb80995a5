// Quantities: canonical form and arithmetic.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { resourceList } from '../../../shared/api/container.ts';
import {
  addQuantities,
  compareQuantities,
  formatQuantity,
  parseMilli,
  parseQuantity,
  parseWhole,
  quantity,
  quantityOf,
  subtractQuantities,
} from '../../../shared/api/quantity.ts';

test.each([
  ['2.25', '2250m'],
  ['3000m', '3'],
  ['2048Ki', '2Mi'],
  ['0.25Gi', '256Mi'],
  ['500Ki', '500Ki'],
  ['1.3Mi', '1363148800m'],
  ['25e2', '2500'],
  ['1200e3', '1200e3'],
  ['0.7n', '1n'],
  ['0.0', '0'],
  ['+3k', '+3k'],
])('TYPE-2 %s is stored as %s', (written, stored) => {
  expect(formatQuantity(quantityOf(written))).toBe(stored);
  expect(quantity.parse(written)).toBe(stored);
});

test.each(['', 'x', '1 Gi', '1gi', '1..2', '--1', '1e', '1Mii', '1m5'])('TYPE-1 %j is no quantity', (text) => {
  expect(parseQuantity(text)).toBeNull();
  expect(quantity.safeParse(text).success).toBe(false);
});

test.each(['m', 'Ki', 'Ti', '.', '-', 'e3'])('TYPE-1 %j, without a digit, is 0', (text) => {
  expect(parseQuantity(text)?.nanos).toBe(0n);
});

test.each(['Pi', '-.Ei', 'e-10'])('TYPE-1 %j, without a digit, is no quantity', (text) => {
  expect(parseQuantity(text)).toBeNull();
});

test('TYPE-3 values round away from zero', () => {
  expect([parseWhole('100m'), parseWhole('1001m'), parseMilli('1u'), parseMilli('-1u')]).toEqual([1, 2, 1, -1]);
  expect(resourceList.safeParse({ cpu: '-1' }).success).toBe(false);
  expect(resourceList.safeParse({ gpu: '1' }).success).toBe(false);
  expect(resourceList.safeParse({ 'example.com/gpu': '1', 'hugepages-2Mi': '4Mi' }).success).toBe(true);
});

const texts = fc
  .tuple(fc.integer({ min: 0, max: 1_000_000 }), fc.constantFrom('', 'n', 'u', 'm', 'k', 'M', 'G', 'Ki', 'Mi', 'Gi'))
  .map(([value, suffix]) => `${value}${suffix}`);

test('TYPE-3 what is added and taken away again leaves the same; the canonical form means the same', () => {
  fc.assert(
    fc.property(texts, texts, (a, b) => {
      const [left, right] = [quantityOf(a), quantityOf(b)];
      const back = subtractQuantities(addQuantities(left, right), right);
      expect(compareQuantities(back, left)).toBe(0);
      const stored = formatQuantity(left);
      expect(compareQuantities(quantityOf(stored), left)).toBe(0);
      expect(formatQuantity(quantityOf(stored))).toBe(stored);
    }),
  );
});
