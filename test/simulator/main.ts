// `npm run simulate -- --seeds N [--from S] [--ticks T] [--minutes M]`: attacks the simulation with random classes.
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { performance } from 'node:perf_hooks';
import type { FailingLog } from './failing-log.ts';
import { minimise } from './minimise.ts';
import { simulate } from './simulate.ts';
import { Tally } from './tally.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '100' },
    from: { type: 'string', default: '1' },
    ticks: { type: 'string', default: '200' },
    minutes: { type: 'string', default: '600' },
    /** Writes each failing log, minimised, to `FOLDER/seed-N.json`. */
    keep: { type: 'string' },
  },
});

const first = Number(values.from);
const last = first + Number(values.seeds);
const until = performance.now() + Number(values.minutes) * 60_000;
const tally = new Tally();
let violations = 0;
if (values.keep !== undefined) mkdirSync(values.keep, { recursive: true });

for (let seed = first; seed < last && performance.now() < until; seed += 1) {
  const { violations: found, failing } = await simulate(seed, Number(values.ticks), tally);
  violations += found.length;
  for (const { rule, tick, what } of found.slice(0, 3)) console.log(`seed ${seed}, tick ${tick}: ${rule}: ${what}`);
  if (failing) show(failing);
}

function show(failing: FailingLog): void {
  const small = minimise(failing);
  console.log(`  ${small.rule}: ${small.what}`);
  if (values.keep === undefined) console.log(`  minimised log: ${JSON.stringify(small.log)}`);
  else writeFileSync(`${values.keep}/seed-${small.seed}.json`, `${JSON.stringify(small, null, 1)}\n`);
}

for (const line of tally.lines()) console.log(line);
console.log(
  `${tally.totals.runs} runs, ${tally.totals.inputs} inputs, ${tally.sum('faults')} faults, ${violations} violations`,
);
process.exitCode = violations === 0 ? 0 : 1;
