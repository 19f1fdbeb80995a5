/** How many visitors come at a tick: the scenario's curve, and a little chance. */
import { floorDiv } from '../base/integers.ts';
import { randomBelow } from '../base/random.ts';

export type DemandProfile = readonly (readonly [tick: number, rps: number])[];

/** Visitors come up to this share more or fewer than the curve says. */
const NOISE_PERCENT = 8;

/** `seed` is this service's own. Nobody comes before the curve's first point; after the last it stays level. */
export function demandAt(profile: DemandProfile, tick: number, seed: number): number {
  const rps = curveAt(profile, tick);
  return rps + floorDiv(rps * (randomBelow(2 * NOISE_PERCENT + 1, seed, tick, 'demand') - NOISE_PERCENT), 100);
}

function curveAt(profile: DemandProfile, tick: number): number {
  let before: readonly [number, number] | null = null;
  for (const point of profile) {
    if (point[0] > tick) {
      if (!before) return 0;
      return before[1] + floorDiv((point[1] - before[1]) * (tick - before[0]), point[0] - before[0]);
    }
    before = point;
  }
  return before?.[1] ?? 0;
}
