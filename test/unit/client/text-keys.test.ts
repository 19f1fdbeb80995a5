/** No text is kept that nobody says: each key of the dictionary is named in the sources, whole or by a template and words. */
import { expect, test } from 'vitest';
import { TEXTS } from '../../../client/i18n/texts.ts';
import { readSources, walk, type SourceFile, type SyntaxNode } from '../../architecture/source.ts';

interface Names {
  /** Strings, and names of fields: what a variable may hold. */
  readonly words: Set<string>;
  /** `fault.${type}.title` says every key that begins and ends so, and has a word between. */
  readonly templates: Map<string, RegExp>;
}

const partsOf = (node: SyntaxNode): readonly string[] =>
  (node['quasis'] as readonly { readonly value: { readonly cooked: string } }[]).map(({ value }) => value.cooked);

const escaped = (text: string): string => text.replaceAll(/[^\w ]/g, String.raw`\$&`);
const NUMBER = /^\d+$/;
/** Two variables alone say nothing of what comes of them. */
const LEAST_WRITTEN = 3;

function namesIn(files: readonly SourceFile[]): Names {
  const names: Names = { words: new Set(), templates: new Map() };
  const seen = (node: SyntaxNode): void => {
    if (node.type === 'Literal' && typeof node['value'] === 'string') names.words.add(node['value']);
    if (node.type === 'Property') names.words.add(String((node['key'] as SyntaxNode)['name']));
    if (node.type !== 'TemplateLiteral') return;
    const parts = partsOf(node);
    if (parts.length === 1) names.words.add(parts.join(''));
    else if (parts.join('').length >= LEAST_WRITTEN) {
      const pattern = parts.map(escaped).join('(.+)');
      names.templates.set(pattern, new RegExp(`^${pattern}$`));
    }
  };
  for (const file of files) walk(file, seen);
  return names;
}

function unsaid(keys: readonly string[], files: readonly SourceFile[]): readonly string[] {
  const { words, templates } = namesIn(files);
  const isSaid = (text: string): boolean =>
    words.has(text) ||
    NUMBER.test(text) ||
    [...templates.values()].some((one) => one.exec(text)?.slice(1).every(isSaid) === true);
  return keys.filter((key) => !isSaid(key));
}

test('TEXT-7 every key is named by a source', () => {
  const sources = [...readSources('client'), ...readSources('shared')].filter(
    ({ path }) => !path.startsWith('client/i18n/areas/'),
  );
  expect(sources.length).toBeGreaterThan(500);
  expect(unsaid(Object.keys(TEXTS.en), sources)).toEqual([]);
});

test('TEXT-7 a key that nobody names is found', () => {
  const text = "t('moon.up'); // moon.down\nmaybeT(`fault.${type}.title`); const faults = { dark: 'Night' };";
  const keys = ['moon.up', 'moon.down', 'fault.dark.title', 'fault.light.title', 'fault.open'];
  expect(unsaid(keys, [{ path: 'client/a.ts', text }])).toEqual(['moon.down', 'fault.light.title', 'fault.open']);
});
