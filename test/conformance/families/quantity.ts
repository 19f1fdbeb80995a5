/** Quantities: reading, canonical form, comparing, adding. */
import { isDeepStrictEqual } from 'node:util';
import {
  addQuantities,
  compareQuantities,
  formatQuantity,
  parseQuantity,
  quantityOf,
  roundedUp,
  subtractQuantities,
} from '../../../shared/api/quantity.ts';

/** Left out where the real 64-bit integer overflows. */
const int64 = (value: bigint) => (BigInt.asIntN(64, value) === value ? String(value) : undefined);

/** An exact decimal. How many zeros end it says nothing: `0.500` is `0.5`. */
function decimal(nanos: bigint): string {
  const digits = String(nanos < 0n ? -nanos : nanos).padStart(10, '0');
  return withoutZeros(`${nanos < 0n ? '-' : ''}${digits.slice(0, -9)}.${digits.slice(-9)}`);
}

const withoutZeros = (text: string) => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);

interface Parsed {
  readonly value?: string;
}

export const adapters = {
  parseQuantity: ({ quantity }: { readonly quantity: string }) => {
    const parsed = parseQuantity(quantity);
    if (!parsed) return { valid: false };
    return {
      valid: true,
      canonical: formatQuantity(parsed),
      format: parsed.format,
      sign: compareQuantities(parsed, quantityOf('0')),
      value: decimal(parsed.nanos),
      valueRoundedUp: int64(roundedUp(parsed, 0)),
      milliValue: int64(roundedUp(parsed, 3)),
    };
  },
  quantityCompareAddSub: ({ a, b }: { readonly a: string; readonly b: string }) => {
    const [left, right] = [quantityOf(a), quantityOf(b)];
    return {
      compare: compareQuantities(left, right),
      sum: formatQuantity(addQuantities(left, right)),
      difference: formatQuantity(subtractQuantities(left, right)),
    };
  },
};

export const comparers = {
  parseQuantity: (expected: Parsed, got: Parsed) =>
    isDeepStrictEqual(
      got,
      expected.value === undefined ? expected : { ...expected, value: withoutZeros(expected.value) },
    ),
};
