/**
 * Kubernetes quantities: `100m` CPU, `64Mi` memory. Kept exactly, in billionths; what is finer is rounded up.
 * Source: apimachinery/pkg/api/resource.
 */
import { z } from 'zod';
import { must } from '../base/assert.ts';

const QUANTITY = /^([+-]?)0*(\d*)(?:\.(\d*))?(n|u|m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei|[eE][+-]?\d{1,4})?$/;
/** Not one digit stands before the suffix. */
const BARE = /^[+-]?\.?(?:[a-zA-Z]|$)/;
const BINARY: Readonly<Record<string, number>> = { Ki: 1, Mi: 2, Gi: 3, Ti: 4, Pi: 5, Ei: 6 };
const DECIMAL: Readonly<Record<string, number>> = { n: -9, u: -6, m: -3, '': 0, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 };
const BINARY_SUFFIXES = Object.keys(BINARY);
const DECIMAL_SUFFIXES = new Map(Object.entries(DECIMAL).map(([suffix, exponent]) => [exponent, suffix]));

/** Nothing is told apart below a billionth. */
const NANO = 9;
const UNIT = 10n ** BigInt(NANO);
/** Source: int64Amount. What has so few digits keeps the form in which it was written, if that is a canonical one. */
const FAST_DIGITS = 18;
const MAX_INT64 = 2n ** 63n - 1n;

export type QuantityFormat = 'BinarySI' | 'DecimalSI' | 'DecimalExponent';

export interface Quantity {
  readonly nanos: bigint;
  readonly format: QuantityFormat;
  /** The form in which it was written, where that need not be changed. */
  readonly written: string | null;
}

/** Null where the text is no quantity. One without a digit is 0 where it is read in the fast way, and none in the other. */
export function parseQuantity(text: string): Quantity | null {
  const match = text === '' ? null : QUANTITY.exec(text);
  if (!match) return null;
  const [, sign = '', whole = '', fraction = '', suffix = ''] = match;
  const binary = BINARY[suffix];
  const exponential = /^[eE][+-]?\d/.test(suffix);
  const exponent = binary === undefined ? (exponential ? Number(suffix.slice(1)) : (DECIMAL[suffix] ?? 0)) : 0;
  const digits = `${whole === '' ? '0' : whole}${fraction}`;
  const isFast =
    binary === undefined ? isFastDecimal(digits, exponent - fraction.length) : isFastBinary(whole, fraction, binary);
  if (!isFast && BARE.test(text)) return null;
  const magnitude = scaled(BigInt(digits) * 1024n ** BigInt(binary ?? 0), exponent - fraction.length + NANO);
  const format = binary === undefined ? (exponential ? 'DecimalExponent' : 'DecimalSI') : 'BinarySI';
  const capped = format === 'BinarySI' && magnitude > MAX_INT64 * UNIT ? MAX_INT64 * UNIT : magnitude;
  const isTiny = format === 'BinarySI' && capped > 0n && capped < UNIT;
  const isCanonical =
    binary === undefined ? isCanonicalDecimal(digits, exponent - fraction.length) : isCanonicalBinary(whole);
  return {
    nanos: sign === '-' ? -capped : capped,
    format: isTiny ? 'DecimalSI' : format,
    written: isFast && isCanonical ? text : null,
  };
}

/** Times 10^power, rounded up. */
function scaled(value: bigint, power: number): bigint {
  if (power >= 0) return value * 10n ** BigInt(power);
  const divisor = 10n ** BigInt(-power);
  return (value + divisor - 1n) / divisor;
}

function isFastDecimal(digits: string, scale: number): boolean {
  return digits.length <= FAST_DIGITS && scale >= -NANO;
}

function isCanonicalDecimal(digits: string, scale: number): boolean {
  return scale % 3 === 0 && !digits.endsWith('000') && !digits.startsWith('0');
}

/** The room that its digits leave: about three for each factor of 1024. */
function isFastBinary(whole: string, fraction: string, factors: number): boolean {
  return fraction === '' && 14 - Math.max(whole.length, 1) - factors * 3 >= 0;
}

/** One that 1024 might divide is looked at again. */
function isCanonicalBinary(whole: string): boolean {
  return BigInt(whole === '' ? '0' : whole) % 8n !== 0n;
}

/** The form in which the API server stores it: `1.5` is `1500m`, `1024Mi` is `1Gi`. */
export function formatQuantity({ nanos, format, written }: Quantity): string {
  if (written !== null) return written;
  if (nanos === 0n) return '0';
  if (format === 'BinarySI' && nanos % UNIT === 0n && abs(nanos) >= 1024n * UNIT) {
    const [value, factors] = withoutFactors(nanos / UNIT, 1024n);
    return `${value}${factors === 0 ? '' : must(BINARY_SUFFIXES[factors - 1], 'a binary suffix')}`;
  }
  const [value, tens] = withoutFactors(nanos, 10n);
  const exponent = tens - NANO;
  const surplus = ((exponent % 3) + 3) % 3;
  const shown = exponent - surplus;
  const suffix = format === 'DecimalExponent' ? undefined : DECIMAL_SUFFIXES.get(shown);
  return `${value * 10n ** BigInt(surplus)}${suffix ?? (shown === 0 ? '' : `e${shown}`)}`;
}

function withoutFactors(value: bigint, factor: bigint): readonly [bigint, number] {
  let rest = value;
  let times = 0;
  while (rest % factor === 0n) {
    rest /= factor;
    times += 1;
  }
  return [rest, times];
}

const abs = (value: bigint): bigint => (value < 0n ? -value : value);

/** A sum reads like its first part, unless that is nothing. */
export function addQuantities(a: Quantity, b: Quantity): Quantity {
  return { nanos: a.nanos + b.nanos, format: a.nanos === 0n ? b.format : a.format, written: null };
}

export function subtractQuantities(a: Quantity, b: Quantity): Quantity {
  return addQuantities(a, { ...b, nanos: -b.nanos });
}

export function compareQuantities(a: Quantity, b: Quantity): -1 | 0 | 1 {
  return a.nanos < b.nanos ? -1 : a.nanos > b.nanos ? 1 : 0;
}

/** In units of 10^-digits, rounded away from zero. */
export function roundedUp({ nanos }: Quantity, digits: number): bigint {
  const magnitude = scaled(abs(nanos), digits - NANO);
  return nanos < 0n ? -magnitude : magnitude;
}

/** As a manifest may write it; stored in canonical form. */
export const quantity = z
  .string()
  .max(32)
  .refine((text) => parseQuantity(text) !== null, { error: 'must be a quantity like 100m, 0.5, 64Mi or 1G' })
  .transform((text) => formatQuantity(quantityOf(text)));

/** Nobody asks for less than nothing. */
export const amount = quantity.refine((text) => !text.startsWith('-'), { error: 'must be greater than or equal to 0' });

/** Nothing is left over, down to a thousandth. */
export function isWhole(text: string): boolean {
  return roundedUp(quantityOf(text), 3) % 1000n === 0n;
}

/** Throws on text that `quantity` refuses. */
export function quantityOf(text: string): Quantity {
  return must(parseQuantity(text) ?? undefined, `a quantity, got ${text}`);
}

function memoised(digits: number): (text: string) => number {
  const known = new Map<string, number>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) {
      value = Number(roundedUp(quantityOf(text), digits));
      known.set(text, value);
    }
    return value;
  };
}

/** CPU in thousandths of a core. */
export const parseMilli = memoised(3);
/** Memory, storage or a count in whole units. */
export const parseWhole = memoised(0);
