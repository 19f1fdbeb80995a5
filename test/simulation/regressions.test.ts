/** Logs that once broke a rule, minimised, and named by the seed that found them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { failingLog, violationsIn } from '../simulator/failing-log.ts';

const folder = join(import.meta.dirname, 'regressions');
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));

test.each(files)('%s breaks no rule any more', (file) => {
  const failing = failingLog.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
  expect(file).toBe(`seed-${failing.seed}.json`);
  expect(violationsIn(failing)).toEqual([]);
});
