import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');

/** A class name that paints something as broken. */
const PAINTS_BROKEN = /\bbroken(?: row)?['"`]/;
const ASKS_WHY = /<Why\b/;

test('PANEL-28 whatever a panel paints as broken can be asked why', () => {
  const panels = globSync('client/panels/**/*.tsx', { cwd: root }).map((path) => [
    path,
    readFileSync(join(root, path), 'utf8'),
  ]);
  const broken = panels.filter(([, text]) => PAINTS_BROKEN.test(text ?? ''));
  expect(broken.length).toBeGreaterThan(6);
  expect(broken.filter(([, text]) => !ASKS_WHY.test(text ?? '')).map(([path]) => path)).toEqual([]);
});
