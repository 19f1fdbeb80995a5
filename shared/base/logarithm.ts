/** The natural logarithm from additions and divisions alone, so that every engine rounds it alike. */
import { assert } from './assert.ts';

/** The series has converged to the last bit long before: its argument is at most 1/3. */
const TERMS = 40;

export function naturalLogarithm(value: number): number {
  assert(value > 0 && Number.isFinite(value), `a logarithm needs a positive number, got ${value}`);
  let rest = value;
  let halvings = 0;
  for (; rest >= 2; rest /= 2) halvings += 1;
  for (; rest < 1; rest *= 2) halvings -= 1;
  const step = (rest - 1) / (rest + 1);
  const square = step * step;
  let series = 0;
  for (let term = TERMS; term >= 0; term -= 1) series = series * square + 1 / (2 * term + 1);
  return halvings * Math.LN2 + 2 * step * series;
}
