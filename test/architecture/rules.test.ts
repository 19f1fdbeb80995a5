/** Each rule of each SPEC.md is watched. There is no list of exceptions. */
import { expect, test } from 'vitest';
import { doubled, readSpecs, rulesIn, unwatched } from './rules.ts';
import { readSources } from './source.ts';

const specs = readSpecs();
const tests = readSources('test');

test('RULE-1 every rule is named by the title of a test or by an invariant of the attack', () => {
  expect(specs.length).toBeGreaterThan(15);
  expect(specs.flatMap(rulesIn).length).toBeGreaterThan(400);
  expect(unwatched(specs, tests)).toEqual([]);
});

test('RULE-1 a rule that nobody watches is found', () => {
  const planted = {
    path: 'shared/SPEC.md',
    text: '- MOON-1 The moon is a house.\n- **MOON-2** So is the sun. *exact*\n',
  };
  const watching = { path: 'test/moon.test.ts', text: "// MOON-1\ntest.each([1])('MOON-2 shines %i', () => {});\n" };
  expect(unwatched([planted], [watching])).toEqual([{ id: 'MOON-1', path: 'shared/SPEC.md' }]);
});

test('RULE-2 no two rules have the same id', () => {
  expect(doubled(specs)).toEqual([]);
});

test('RULE-2 a rule whose id is taken is found, in its own file or in another', () => {
  const one = { path: 'shared/SPEC.md', text: '- MOON-1 The moon is a house.\n- **SUN-1** So is the sun.\n' };
  const other = { path: 'server/SPEC.md', text: '- **MOON-1** Another moon.\n' };
  expect(doubled([one, other])).toEqual([{ id: 'MOON-1', path: 'server/SPEC.md' }]);
  expect(doubled([{ ...one, text: `${one.text}- SUN-1 Once more.\n` }])).toEqual([
    { id: 'SUN-1', path: 'shared/SPEC.md' },
  ]);
});
