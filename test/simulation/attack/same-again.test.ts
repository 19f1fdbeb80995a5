import { expect, test } from 'vitest';
import { simulate } from '../../simulator/simulate.ts';
import { Tally } from '../../simulator/tally.ts';

test.each([7, 8])('seed %i plays the same class again', async (seed) => {
  const [once, again] = [await simulate(seed, 60, new Tally()), await simulate(seed, 60, new Tally())];
  expect(again.logs).toEqual(once.logs);
});
