/** A few hundred random classes against the real code. `npm run simulate` plays as many as there is time for. */
import { expect, test } from 'vitest';
import { FAULT_TYPES } from '../../shared/cluster/faults/catalogue.ts';
import { simulate } from '../simulator/simulate.ts';
import { Tally } from '../simulator/tally.ts';

const SEEDS = 240;
const TICKS = 60;
const LEAST_FAULTS = 50;

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
  // An attack that reaches nothing proves nothing. Some faults need a stage that few random classes set: a plot, an
  // autoscaler, an old backup (test/unit/faults plays each of them).
  expect(FAULT_TYPES.length - tally.neverReached('faults').length).toBeGreaterThan(LEAST_FAULTS);
  expect(tally.neverReached('commands')).toEqual([]);
  expect(tally.sum('verbs')).toBeGreaterThan(SEEDS);
  expect(tally.refused).toBeGreaterThan(SEEDS);
  expect(tally.restarts).toBeGreaterThan(10);
}, 600_000);

test('the same seed plays the same class again', async () => {
  const [once, again] = [await simulate(7, TICKS, new Tally()), await simulate(7, TICKS, new Tally())];
  expect(again.logs).toEqual(once.logs);
});
