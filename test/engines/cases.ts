/** Long random logs, small towns and larger ones. */
import { playAtRandom } from '../support/random-session.ts';
import type { EngineCase } from './checkpoints.ts';

export const SIZES = { small: 3, large: 30 } as const;

export function casesOf(seeds: readonly number[], ticks: number, everyTicks: number): readonly EngineCase[] {
  return Object.entries(SIZES).flatMap(([size, nodes]) =>
    seeds.map((seed) => {
      const { setup, log } = playAtRandom(seed, ticks, () => undefined, nodes);
      return { name: `${size} town, seed ${seed}, ${ticks} ticks`, setup, log, everyTicks };
    }),
  );
}
