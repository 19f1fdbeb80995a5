/** Every refusal of the server has its sentence in both languages. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { TEXTS } from '../../../client/i18n/texts.ts';

const SERVER = join(import.meta.dirname, '../../../server');

test('SRV-88 each key that the server refuses with is explained in English and Chinese, with the values it brings', () => {
  const sources = readdirSync(SERVER, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
  const text = sources.map((path) => readFileSync(join(SERVER, path), 'utf8')).join('\n');
  const keys = new Set([...text.matchAll(/failure\(\s*'\w+',\s*'(\w+)'/g)].map(([, key]) => `refusal.${key}`));
  expect(keys.size).toBeGreaterThan(20);
  const { en, zh }: { en: Readonly<Record<string, string>>; zh: Readonly<Record<string, string>> } = TEXTS;
  const unexplained = [...keys].filter((key) => en[key] === undefined || zh[key] === undefined);
  expect(unexplained).toEqual([]);
});
