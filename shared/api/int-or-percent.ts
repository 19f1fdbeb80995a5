/** A count or a percentage of a total. Source: apimachinery/pkg/util/intstr. */
import { z } from 'zod';
import { ceilDiv, floorDiv } from '../base/integers.ts';

export const intOrPercent = z.union([z.int().min(0).max(1000), z.string().regex(/^(100|[1-9]?[0-9])%$/)]);
export type IntOrPercent = z.infer<typeof intOrPercent>;

/** What the value stands for, given the total. Percentages round up for what may be added, down for what may lack. */
export function scaledValue(value: IntOrPercent, total: number, rounding: 'up' | 'down'): number {
  if (typeof value === 'number') return value;
  const hundredfold = Number.parseInt(value, 10) * total;
  return rounding === 'up' ? ceilDiv(hundredfold, 100) : floorDiv(hundredfold, 100);
}
