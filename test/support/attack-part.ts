/** One part of the attack that every test run makes: classes of some seeds, and what they must have reached. */
import { expect, test } from 'vitest';
import { simulate } from '../simulator/simulate.ts';
import { COUNTED, Tally } from '../simulator/tally.ts';
import { EXCEPTIONS } from '../simulator/exceptions.ts';

const TICKS = 60;

export function attackWith(seeds: readonly number[]): void {
  const tally = new Tally();

  test(`${seeds.length} random classes break no rule`, async () => {
    const broken: string[] = [];
    for (const seed of seeds) {
      const { violations } = await simulate(seed, TICKS, tally);
      broken.push(
        ...violations.slice(0, 1).map(({ rule, tick, what }) => `seed ${seed}, tick ${tick}: ${rule}: ${what}`),
      );
    }
    expect(broken).toEqual([]);
  }, 600_000);

  // An attack that reaches nothing proves nothing.
  test.each(COUNTED)('they reach all of the %s, but for the written exceptions', (what) => {
    const excepted = EXCEPTIONS[what] ?? {};
    expect(tally.neverReached(what).filter((name) => excepted[name] === undefined)).toEqual([]);
  });

  test('they are turned away, and servers die and come back', () => {
    console.info(tally.lines().join('\n'));
    expect(tally.refused).toBeGreaterThan(seeds.length);
    expect(tally.restarts).toBeGreaterThan(10);
    expect(tally.thaws).toBeGreaterThan(10);
  });
}
