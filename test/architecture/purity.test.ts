import { expect, test } from 'vitest';
import { purityViolations, syntaxViolations } from './purity.ts';
import { readSources, walk } from './source.ts';

const planted = (text: string): string[] =>
  purityViolations([{ path: 'shared/base/planted.ts', text }]).map(({ what }) => what);
const plantedSyntax = (text: string): string[] =>
  syntaxViolations([{ path: 'server/planted.ts', text }]).map(({ what }) => what);

test('ARCH-4 shared has no clock, no chance, no machine-dependent answer', () => {
  const files = readSources('shared');
  let nodes = 0;
  for (const file of files) walk(file, () => (nodes += 1));
  expect(files.length).toBeGreaterThan(0);
  expect(nodes).toBeGreaterThan(files.length);
  expect(purityViolations(files)).toEqual([]);
});

test.each([
  ['const a = Math.random();', 'Math.random'],
  ['const a = Math["random"]();', 'Math.random'],
  ['const { random } = Math;', 'Math as a value'],
  ['const a = Math.sin(1);', 'Math.sin'],
  ['const a = Math.pow(2, 3);', 'Math.pow'],
  ['const a = (b: number) => b ** 2;', '** (rounded by the engine)'],
  ['const a = new Date();', 'Date'],
  ['const a = Date.now();', 'Date'],
  ['const a = performance.now();', 'performance'],
  ['setTimeout(() => 1, 5);', 'setTimeout'],
  ['const a = new Intl.NumberFormat();', 'Intl'],
  ['const a = "x".localeCompare("y");', 'localeCompare'],
  ['const a = (1).toLocaleString();', 'toLocaleString'],
  ['console.log(1);', 'console'],
  ['const a = globalThis["Da" + "te"];', 'globalThis'],
  ['const a = { process };', 'process'],
])('ARCH-5 a planted impurity is caught: %s', (text, what) => {
  expect(planted(text)).toContain(what);
});

test.each([
  'const a = { Date: 1 }; a.Date;',
  'Math.floor(1.5); Math.max(1, 2); Math.imul(3, 4);',
  'const a = 2 ** 32;',
  'const a = (b: bigint) => 10n ** b;',
])('ARCH-6 pure code passes: %s', (text) => {
  expect(planted(text)).toEqual([]);
});

test.each(['shared', 'server', 'client', 'assets', 'test'])(
  'ARCH-7 no enum, decorator or namespace in %s',
  (folder) => {
    const files = readSources(folder);
    expect(files.length).toBeGreaterThan(0);
    expect(syntaxViolations(files)).toEqual([]);
  },
);

test.each([
  ['enum A { B }', 'enum'],
  ['const enum A { B }', 'enum'],
  ['@sealed class A {}', 'decorator'],
  ['class A { @type() b = 1; }', 'decorator'],
  ['class A { constructor(private b: number) {} }', 'parameter property'],
  ['namespace A { export const b = 1; }', 'namespace'],
])('ARCH-8 planted old syntax is caught: %s', (text, what) => {
  expect(plantedSyntax(text)).toContain(what);
});
