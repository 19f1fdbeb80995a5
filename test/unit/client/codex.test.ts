import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { GROUPS } from '../../../client/game/codex/entries.ts';
import type { Entry } from '../../../client/game/codex/entry.ts';
import { labelOfMark } from '../../../client/game/codex/label-of-mark.ts';
import { MOMENTS } from '../../../client/game/codex/moments.ts';
import { matches } from '../../../client/game/codex/search.ts';
import { SIMPLIFIED } from '../../../client/game/codex/simplifications.ts';

const root = join(import.meta.dirname, '../../..');
const entries: readonly Entry[] = GROUPS.flatMap(({ entries: group }): readonly Entry[] => group);
const entryNamed = (id: string) => entries.filter((entry) => entry.id === id);
const isChinese = (text: string) => /\p{Script=Han}/u.test(text);

/** The rules of a SPEC.md that carry a mark, with that mark. */
function marksOf(spec: string): readonly { rule: string; mark: string }[] {
  return spec.split('\n').flatMap((line) => {
    const [, rule, text = ''] = /^- \*{0,2}([A-Z]+-\d+)\*{0,2} (.*)$/.exec(line) ?? [];
    const marks = [...text.matchAll(/\*([^*]+)\*/g)].flatMap(([, mark = '']) =>
      labelOfMark(mark) === 'exact' ? [] : [mark],
    );
    const mark = marks.at(-1);
    return rule === undefined || mark === undefined ? [] : [{ rule, mark }];
  });
}

describe('codex', () => {
  test('CODEX-1 44 entries, each once, in both languages, each with a fact', () => {
    expect(new Set(entries.map(({ id }) => id)).size).toBe(44);
    expect(entries).toHaveLength(44);
    for (const { id, town, does, fact } of entries) {
      for (const text of [town, does, fact]) {
        expect(text.en.trim(), id).not.toBe('');
        expect(isChinese(text.en), id).toBe(false);
      }
      for (const text of [does, fact]) expect(isChinese(text.zh), id).toBe(true);
    }
    for (const { en, zh, date } of MOMENTS) expect([en, zh], date).not.toContain('');
  });

  test('CODEX-2 what is found: every word must be there, in either language', () => {
    const found = (text: string) => entries.filter((entry) => matches(entry, text)).map(({ id }) => id);
    expect(found('')).toHaveLength(44);
    expect(found('ledger etcd')).toEqual(['etcd']);
    expect(found('账本')).toContain('etcd');
    expect(found('no such thing at all')).toEqual([]);
  });

  test('CODEX-3 every mark of every SPEC.md has its line in the codex, with the same words', () => {
    const specs = globSync('{shared,client}/**/SPEC.md', { cwd: root });
    const marked = specs.flatMap((file) => marksOf(readFileSync(join(root, file), 'utf8')));
    expect(specs.length).toBeGreaterThan(10);
    expect(marked.length).toBeGreaterThan(100);
    const told = SIMPLIFIED.flatMap(({ rules }) => rules.map(({ rule, mark }) => ({ rule, mark })));
    const byRule = (a: { rule: string }, b: { rule: string }) => (a.rule < b.rule ? -1 : 1);
    // A rule that is new, or whose mark reads otherwise now: say so in client/game/codex/simplified, in both languages.
    expect(told.toSorted(byRule)).toEqual(marked.toSorted(byRule));
  });

  test('CODEX-4 what is simplified is told in both languages', () => {
    for (const { rule, en, zh } of SIMPLIFIED.flatMap(({ rules }) => rules)) {
      expect(isChinese(en), rule).toBe(false);
      expect(isChinese(zh), rule).toBe(true);
    }
  });

  test('CODEX-5 a planted mark is seen', () => {
    expect(marksOf('- ABC-1 A rule. *exact; simplified: one at a time*\n- ABC-2 Another. *exact*')).toEqual([
      { rule: 'ABC-1', mark: 'exact; simplified: one at a time' },
    ]);
    expect(entryNamed('scheduler')).toHaveLength(1);
  });
});
