/** A count or a percentage of a total. Source: apimachinery/pkg/util/intstr. */
import { z } from 'zod';
import { must } from '../base/assert.ts';
import { ceilDiv, floorDiv } from '../base/integers.ts';

export const intOrPercent = z.union([z.int().min(0).max(1000), z.string().regex(/^(100|[1-9]?[0-9])%$/)]);
export type IntOrPercent = z.infer<typeof intOrPercent>;

const PERCENT = /^([+-]?\d+)%$/;

/**
 * What the value stands for, given the total. Percentages round up for what may be added, down for what may lack.
 * Throws on text that is no percentage.
 */
export function scaledValue(value: IntOrPercent, total: number, rounding: 'up' | 'down'): number {
  if (typeof value === 'number') return value;
  const [, percent = ''] = must(PERCENT.exec(value), `a percentage, got ${value}`);
  const hundredfold = Number(percent) * total;
  return rounding === 'up' ? ceilDiv(hundredfold, 100) : floorDiv(hundredfold, 100);
}
