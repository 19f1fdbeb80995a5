/** A count or a percentage of a total. Source: apimachinery/pkg/util/intstr. */
import { z } from 'zod';
import { must } from '../base/assert.ts';
import { ceilDiv, floorDiv } from '../base/integers.ts';
import { MAX_INT32 } from './int32.ts';

/** As a manifest may write it: no sign, no fraction. */
export const percent = z
  .string()
  .max(16)
  .regex(/^[0-9]+%$/);

export const intOrPercent = z.union([z.int().min(0).max(1000), percent]);
export type IntOrPercent = z.infer<typeof intOrPercent>;

const PERCENT = /^([+-]?\d+)%$/;
const INTEGER = /^[+-]?\d+$/;

/** What somebody typed: a number where it is one that fits in 32 bits, else the text as it stands. */
export function parseIntOrString(text: string): number | string {
  const value = INTEGER.test(text) ? Number(text) : NaN;
  return value >= -MAX_INT32 - 1 && value <= MAX_INT32 ? value : text;
}

/**
 * What the value stands for, given the total. Percentages round up for what may be added, down for what may lack.
 * Throws on text that is no percentage.
 */
export function scaledValue(value: IntOrPercent, total: number, rounding: 'up' | 'down'): number {
  if (typeof value === 'number') return value;
  const [, hundredths = ''] = must(PERCENT.exec(value) ?? undefined, `a percentage, got ${value}`);
  const hundredfold = Number(hundredths) * total;
  return rounding === 'up' ? ceilDiv(hundredfold, 100) : floorDiv(hundredfold, 100);
}
