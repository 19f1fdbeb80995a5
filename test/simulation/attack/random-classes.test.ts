/** Random classes against the real code, on two threads. `npm run simulate` plays as many as there is time for. */
import { afterAll, expect, test } from 'vitest';
import type { VerbName } from '../../../shared/cluster/verbs/table.ts';
import { Crew, type Task } from '../../simulator/crew.ts';
import { EXCEPTIONS } from '../../simulator/exceptions.ts';
import { COUNTED, Tally, type Counted } from '../../simulator/tally.ts';

const CLASSES = 240;
const TICKS = 45;
/** What no class has reached gets some more of them, and more time. */
const SEEKING_TICKS = 120;
const SEEKING_ROUNDS = 12;
const FIRST_SEEKING_SEED = 100_001;
const THREADS = 2;

const crew = new Crew(THREADS);
const tally = new Tally();
const broken: string[] = [];
afterAll(() => crew.close());

const missing = (what: Counted) => tally.neverReached(what).filter((name) => EXCEPTIONS[what]?.[name] === undefined);
const isAllReached = () => COUNTED.every((what) => missing(what).length === 0);

async function play(tasks: readonly Task[]): Promise<void> {
  for (const { seed, figures, violations } of await crew.play(tasks)) {
    tally.add(figures);
    const [first] = violations;
    const asked = JSON.stringify(tasks.find((task) => task.seed === seed));
    if (first) broken.push(`${asked}, tick ${first.tick}: ${first.rule}: ${first.what}`);
  }
}

/** A round of classes that are asked for what is missing by then. */
async function seek(round: number): Promise<void> {
  const verbs = missing('verbs') as readonly VerbName[];
  const wanted = { faults: missing('faults'), verbs, refusals: missing('refusals') };
  const seeds = Array.from({ length: THREADS }, (_, index) => FIRST_SEEKING_SEED + round * THREADS + index);
  await play(seeds.map((seed) => ({ seed, ticks: SEEKING_TICKS, wanted })));
}

test(`${CLASSES} random classes break no rule, and neither do those that seek what they have not reached`, async () => {
  await play(Array.from({ length: CLASSES }, (_, index) => ({ seed: index + 1, ticks: TICKS })));
  for (let round = 0; round < SEEKING_ROUNDS && !isAllReached(); round += 1) await seek(round);
  expect(broken).toEqual([]);
}, 600_000);

// An attack that reaches nothing proves nothing.
test.each(COUNTED)('they reach all of the %s, but for the written exceptions', (what) => {
  expect(missing(what)).toEqual([]);
});

test('they are turned away, and servers die and come back', () => {
  const { refused, restarts, thaws } = tally.totals;
  expect(refused).toBeGreaterThan(CLASSES);
  expect(restarts).toBeGreaterThan(20);
  expect(thaws).toBeGreaterThan(20);
});
