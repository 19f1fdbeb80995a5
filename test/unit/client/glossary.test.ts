/** One thing has one name: second names that were given up are looked for wherever a player reads. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** The name, and what it is not called. */
const GLOSSARY: readonly (readonly [name: string, others: readonly RegExp[]])[] = [
  ['镇政府', [/市政厅/, /镇公所/]],
  ['town hall', [/\b(?:city|village|market) hall\b/i, /\btown house\b/i]],
  ['营业厅', [/(?<!营业)大厅/]],
  ['控制平面', [/控制面(?!板)/]],
  ['房子', [/房屋(?!图纸)/]],
  ['图纸', [/图样/]],
  ['干扰预算', [/中断预算/]],
  ['访客', [/游客/]],
  ['visitor', [/\btourists?\b/i]],
  ['史官', [/记事人/, /邮差/]],
  ['chronicler', [/letter[ -]carriers?/i, /\bpostm[ae]n\b/i]],
  ['地址簿', [/路牌屋/, /电话簿/]],
  ['address book', [/sign-?post/i, /phone book/i]],
  ['地窖', [/仓库申请/, /仓库退租/]],
  ['cellar', [/store-?house/i]],
  ['领头', [/主事/, /主管/]],
  ['待命', [/备用/, /候补/]],
  ['座位 (of a request)', [/柜台席位/]],
  ['席位 (of a player)', [/这个座位/]],
  ['API server', [/API Server/]],
];

const root = join(import.meta.dirname, '../../..');
/** A picture's name in the atlas is no word that a player reads. */
const PICTURE = /'gallery\.style\.signpost'/;

function secondNames(file: string, text: string): readonly string[] {
  return text.split('\n').flatMap((line, index) =>
    GLOSSARY.flatMap(([name, others]) =>
      others.flatMap((other) => {
        const found = other.exec(line.replace(PICTURE, ''))?.[0];
        return found === undefined ? [] : [`${file}:${index + 1}: ${found}, which is ${name}`];
      }),
    ),
  );
}

test('TEXT-8 one thing has one name wherever a player reads', () => {
  const files = globSync(['client/i18n/areas/*.ts', 'client/game/codex/**/*.ts', 'assets/scenarios/*.json'], {
    cwd: root,
  });
  expect(files.length).toBeGreaterThan(50);
  expect(files.flatMap((file) => secondNames(file, readFileSync(join(root, file), 'utf8')))).toEqual([]);
});

test('TEXT-8 every name of the glossary is in use', () => {
  const all = globSync('client/i18n/areas/*.ts', { cwd: root })
    .map((file) => readFileSync(join(root, file), 'utf8').toLowerCase())
    .join('\n');
  const unused = GLOSSARY.map(([name]) => name.replace(/ \(.*/, '').toLowerCase()).filter(
    (name) => !all.includes(name),
  );
  expect(unused).toEqual([]);
});

test('TEXT-8 a second name is found', () => {
  expect(secondNames('a.ts', "zh: '好',\nzh: '游客上门',")).toEqual(['a.ts:2: 游客, which is 访客']);
});
