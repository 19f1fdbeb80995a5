// `npm test`: the checks, a build, a browser, every test; the last line is the sum.
// A check or a preparation that fails counts as one failed test, so that the last line cannot lie.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from '../support/browser.ts';
import { checks, root, runNode, runStep, timed } from './steps.ts';
import { sumLine, tallyFile, type Tally } from './tally.ts';

function browserIsHere(): boolean {
  try {
    console.log(ensureBrowser());
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
}

const tally = join(root, tallyFile);
rmSync(tally, { force: true });

const preparations = [
  ...checks.map((step) => runStep(step)),
  timed('atlas', () => runNode(['assets/build/atlas.ts'])),
  runStep({
    name: 'build',
    program: 'vite/bin/vite.js',
    args: ['build', 'client', '--configLoader', 'native', '--logLevel', 'warn'],
  }),
  timed('browser', browserIsHere),
];
const vitestPassed = runStep({
  name: 'tests',
  program: 'vitest/vitest.mjs',
  args: ['run', '--config', 'test/vitest.config.ts', '--reporter', 'default', '--reporter', './test/tools/tally.ts'],
});

const counted: Tally = existsSync(tally)
  ? (JSON.parse(readFileSync(tally, 'utf8')) as Tally)
  : { passed: 0, failed: 1, skipped: 0 };
const failedTests = vitestPassed ? counted.failed : Math.max(1, counted.failed);
const failed = failedTests + preparations.filter((passed) => !passed).length;
process.exitCode = failed === 0 ? 0 : 1;
console.log(`\n${sumLine({ ...counted, failed })}`);
