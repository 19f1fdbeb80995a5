import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

interface Area {
  readonly en: Readonly<Record<string, string>>;
  readonly zh: Readonly<Record<string, string>>;
}

const folder = join(import.meta.dirname, '../../../client/i18n/areas');
const files = readdirSync(folder).filter((file) => file.endsWith('.ts'));
const areas = await Promise.all(
  files.map(async (file) => {
    const module = (await import(join(folder, file))) as Record<string, Area>;
    return { file, texts: Object.values(module) };
  }),
);
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

describe('texts', () => {
  test('TEXT-1 every area file that is on disk is read', () => {
    expect(files.length).toBeGreaterThanOrEqual(5);
    for (const { file, texts } of areas) expect(texts.length, file).toBeGreaterThan(0);
  });

  test.each(areas)('TEXT-2 $file says everything in both languages, with the same values', ({ texts }) => {
    for (const { en, zh } of texts) {
      expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort());
      for (const [key, text] of Object.entries(en)) {
        expect(text.trim(), key).not.toBe('');
        expect(zh[key]?.trim(), key).not.toBe('');
        expect(new Set(placeholders(zh[key] ?? '')), key).toEqual(new Set(placeholders(text)));
      }
    }
  });

  test('TEXT-3 no key stands in two areas', () => {
    const seen = new Map<string, string>();
    for (const { file, texts } of areas) {
      for (const { en } of texts) {
        for (const key of Object.keys(en)) {
          expect(seen.get(key), `${key} in ${file}`).toBeUndefined();
          seen.set(key, file);
        }
      }
    }
  });

  /** Keys that the code itself uses, found in its sources. */
  const found = (pattern: RegExp) => {
    const root = join(import.meta.dirname, '../../..');
    const sources = globSync('{shared,server,client}/**/*.{ts,tsx}', { cwd: root });
    return sources.flatMap((file) => {
      const source = readFileSync(join(root, file), 'utf8');
      return [...source.matchAll(pattern)].map((match) => ({ file, key: match[1] ?? '' }));
    });
  };
  const known = new Set(areas.flatMap(({ texts }) => texts.flatMap(({ en }) => Object.keys(en))));

  test('TEXT-4 every refusal in the sources has its sentence', () => {
    const refusals = found(/\bfailure\(\s*'\w+',\s*'(\w+)'/g);
    expect(refusals.length).toBeGreaterThan(50);
    const missing = refusals.filter(({ key }) => !known.has(`refusal.${key}`));
    expect(missing).toEqual([]);
  });

  test('TEXT-5 every event reason in the sources has its sentence', () => {
    const events = found(/\breason: '([A-Z]\w+)',\s*message:[^;]{0,400}?\bsource\b/g);
    expect(events.length).toBeGreaterThan(10);
    const missing = events.filter(({ key }) => !known.has(`event.${key}`));
    expect(missing).toEqual([]);
  });
});
