// A Vitest reporter that counts: what passed, failed and was skipped over all projects.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Reporter, SerializedError, TestModule } from 'vitest/node';

export const tallyFile = 'test/output/tally.json';

export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export function sumLine(tally: Tally): string {
  const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : '';
  return `${tally.passed} passed, ${tally.failed} failed${skipped}`;
}

/** A file that fails outside its tests (an import, a hook) counts once; so does an error that no test caught. */
function count(modules: readonly TestModule[], strayErrors: number): Tally {
  const tally = { passed: 0, failed: strayErrors, skipped: 0 };
  for (const file of modules) {
    let failedHere = 0;
    for (const test of file.children.allTests()) {
      const { state } = test.result();
      if (state === 'failed') failedHere += 1;
      else if (state === 'passed') tally.passed += 1;
      else tally.skipped += 1;
    }
    tally.failed += file.ok() ? failedHere : Math.max(1, failedHere);
  }
  return tally;
}

export default class TallyReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    const file = join(import.meta.dirname, '../..', tallyFile);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(count(modules, errors.length)));
  }
}
