/** A few hundred random classes against the real code. `npm run simulate` plays as many as there is time for. */
import { expect, test } from 'vitest';
import { simulate } from '../simulator/simulate.ts';
import { Tally } from '../simulator/tally.ts';

const SEEDS = 240;
const TICKS = 60;

test(`${SEEDS} random classes break no rule`, async () => {
  const tally = new Tally();
  const broken: string[] = [];
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const { violations } = await simulate(seed, TICKS, tally);
    broken.push(
      ...violations.slice(0, 1).map(({ rule, tick, what }) => `seed ${seed}, tick ${tick}: ${rule}: ${what}`),
    );
  }
  expect(broken).toEqual([]);
  // An attack that reaches nothing proves nothing.
  expect(tally.neverReached('faults')).toEqual([]);
  expect(tally.neverReached('commands')).toEqual([]);
  expect(tally.sum('verbs')).toBeGreaterThan(SEEDS);
  expect(tally.refused).toBeGreaterThan(SEEDS);
  expect(tally.restarts).toBeGreaterThan(10);
}, 600_000);

test('the same seed plays the same class again', async () => {
  const [once, again] = [await simulate(7, TICKS, new Tally()), await simulate(7, TICKS, new Tally())];
  expect(again.logs).toEqual(once.logs);
});
