/** Long random logs, small towns and larger ones. */
import { must } from '../../shared/base/assert.ts';
import { simulate } from '../simulator/simulate.ts';
import { Tally } from '../simulator/tally.ts';
import type { EngineCase } from './checkpoints.ts';

export const SIZES = { small: 4, large: 30 } as const;

export async function casesOf(
  seeds: readonly number[],
  ticks: number,
  everyTicks: number,
): Promise<readonly EngineCase[]> {
  const cases: EngineCase[] = [];
  for (const [size, mostNodes] of Object.entries(SIZES)) {
    for (const seed of seeds) {
      const { logs } = await simulate(seed, ticks, new Tally(), mostNodes);
      const { setup, log } = must(logs[0], 'a team');
      cases.push({ name: `${size} town, seed ${seed}, ${ticks} ticks`, setup, log, everyTicks });
    }
  }
  return cases;
}
