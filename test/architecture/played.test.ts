/** Nothing exists only for a test. */
import { expect, test } from 'vitest';
import { onlyTested } from './played.ts';
import { readSources } from './source.ts';

/** Switches of the tests themselves. */
const FOR_TESTS = new Set(['setFreezing']);

test('ARCH-4 whatever the product exports is used by the product', () => {
  const product = ['shared', 'server', 'client', 'assets'].flatMap(readSources);
  expect(product.length).toBeGreaterThan(400);
  expect(onlyTested(product).filter(({ name }) => !FOR_TESTS.has(name))).toEqual([]);
});

test('ARCH-4 what only a test would use is found', () => {
  const declares = { path: 'shared/a.ts', text: 'export function moon(): void {}\nexport const sun = 1;\n' };
  const uses = { path: 'shared/b.ts', text: `import { sun } from './a.ts';\nconsole.log(sun);\n` };
  expect(onlyTested([declares, uses])).toEqual([{ path: 'shared/a.ts', name: 'moon' }]);
});
