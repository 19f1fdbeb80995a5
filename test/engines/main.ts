// `npm run engines [-- --seeds N --ticks T]`: the same long logs in V8, JavaScriptCore and SpiderMonkey, compared.
import { parseArgs } from 'node:util';
import { performance } from 'node:perf_hooks';
import { bundle } from './bundle.ts';
import { casesOf } from './cases.ts';
import { ensureEngine, firstDifference, inNode, OTHER_ENGINES } from './engines.ts';

const { values } = parseArgs({
  options: { seeds: { type: 'string', default: '3' }, ticks: { type: 'string', default: '3000' } },
});
const EVERY_TICKS = 100;

const seconds = (from: number) => `${((performance.now() - from) / 1000).toFixed(1)} s`;
let failed = 0;

const seeds = Array.from({ length: Number(values.seeds) }, (_, index) => 9001 + index);
const cases = await casesOf(seeds, Number(values.ticks), EVERY_TICKS);
const script = await bundle();
const start = performance.now();
const ours = inNode(cases);
console.log(`V8 (Node ${process.version}): ${cases.length} logs in ${seconds(start)}`);
cases.forEach(({ name, log }, index) => {
  console.log(`  ${name}: ${log.length} entries, ${ours[index]?.length} checkpoints, last ${ours[index]?.at(-1)}`);
});

for (const engine of OTHER_ENGINES) {
  const program = ensureEngine(engine);
  if (program === undefined) {
    console.error(
      `${engine.name}: not found, and not installed. On Debian, as root: apt-get install ${engine.debianPackage}`,
    );
    failed += 1;
    continue;
  }
  const from = performance.now();
  const difference = firstDifference(cases, ours, await engine.run(program, script, cases));
  console.log(`${engine.name}: ${difference ?? 'the same hash at every checkpoint'} (${seconds(from)})`);
  if (difference !== null) failed += 1;
}
console.log(failed === 0 ? 'All engines agree' : `${failed} engines differ or are missing`);
process.exitCode = failed === 0 ? 0 : 1;
