/** One thread of a crew: plays the classes that it is told of, one after the other. */
import { parentPort } from 'node:worker_threads';
import { must } from '../../shared/base/assert.ts';
import type { Outcome, Task } from './crew.ts';
import { simulate } from './simulate.ts';
import { Tally } from './tally.ts';

const port = must(parentPort, 'a thread');

port.on('message', ({ seed, ticks, wanted }: Task) => {
  void play({ seed, ticks, ...(wanted ? { wanted } : {}) }).then((outcome) => port.postMessage(outcome));
});

async function play({ seed, ticks, wanted }: Task): Promise<Outcome> {
  const tally = new Tally();
  const { violations } = await simulate(seed, ticks, tally, wanted ? { wanted } : {});
  return { seed, violations, figures: { totals: tally.totals, counts: tally.counts } };
}
