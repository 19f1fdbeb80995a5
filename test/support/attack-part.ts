/** One part of the attack that every test run makes: classes of some seeds, and what they must have reached. */
import { expect, test } from 'vitest';
import type { VerbName } from '../../shared/cluster/verbs/table.ts';
import { EXCEPTIONS } from '../simulator/exceptions.ts';
import { simulate } from '../simulator/simulate.ts';
import { COUNTED, Tally, type Counted } from '../simulator/tally.ts';

const TICKS = 60;
/** What no class has reached gets some more of them, and more time. */
const SEEKING_TICKS = 120;
const MOST_SEEKING = 15;

export function attackWith(seeds: readonly number[]): void {
  const tally = new Tally();
  const missing = (what: Counted) => tally.neverReached(what).filter((name) => EXCEPTIONS[what]?.[name] === undefined);
  const wanted = () => ({ faults: missing('faults'), verbs: missing('verbs') as readonly VerbName[] });

  async function play(seed: number, isSeeking: boolean): Promise<readonly string[]> {
    const { violations } = await (isSeeking
      ? simulate(seed, SEEKING_TICKS, tally, { wanted: wanted() })
      : simulate(seed, TICKS, tally));
    return violations.slice(0, 1).map(({ rule, tick, what }) => `seed ${seed}, tick ${tick}: ${rule}: ${what}`);
  }

  test(`${seeds.length} random classes break no rule`, async () => {
    const broken: string[] = [];
    for (const seed of seeds) broken.push(...(await play(seed, false)));
    const seeking = seeds.slice(0, MOST_SEEKING).map((seed) => seed + 100_000);
    for (const seed of seeking)
      if (wanted().faults.length + wanted().verbs.length > 0) broken.push(...(await play(seed, true)));
    expect(broken).toEqual([]);
  }, 600_000);

  // An attack that reaches nothing proves nothing.
  test.each(COUNTED)('they reach all of the %s, but for the written exceptions', (what) => {
    expect(missing(what)).toEqual([]);
  });

  test('they are turned away, and servers die and come back', () => {
    expect(tally.refused).toBeGreaterThan(seeds.length);
    expect(tally.restarts).toBeGreaterThan(10);
    expect(tally.thaws).toBeGreaterThan(10);
  });
}
