/** Blueprints that would keep a careless builder busy for ever, or fill its memory. */
import { expect, test } from 'vitest';
import { parseDuration } from '../../../shared/base/duration.ts';
import { expandWord } from '../../../shared/cluster/build/dockerfile/expand.ts';
import { ignoreMatcher } from '../../../shared/cluster/build/dockerfile/ignore.ts';
import { cutContinuation, withoutLineEnd } from '../../../shared/cluster/build/dockerfile/source-lines.ts';
import { explainBuild } from '../../../shared/cluster/build/explain.ts';
import { aWorld } from '../../support/builders.ts';

const MANY = 'a'.repeat(400);
const STARS = '*a'.repeat(60);

test('BUILD-41 a pattern of many stars is answered at once, and rightly', () => {
  expect(expandWord(`\${A##${STARS}b}`, { A: MANY })).toBe(MANY);
  expect(expandWord(`\${A##${STARS}}`, { A: MANY })).toBe('');
  expect(expandWord(`\${A#${STARS}}`, { A: MANY })).toBe('a'.repeat(340));
  expect(expandWord(`\${A%b${STARS}}`, { A: MANY })).toBe(MANY);
  expect(expandWord(`\${A//${STARS}b/x}`, { A: `${MANY}b${MANY}` })).toBe(`x${MANY}`);
  expect(ignoreMatcher([`${STARS}b`])(MANY)).toBe(false);
  expect(ignoreMatcher([STARS])(MANY)).toBe(true);
  expect(ignoreMatcher([`${'**/a/'.repeat(20)}b`])(`${'a/'.repeat(200)}c`)).toBe(false);
});

test('BUILD-41 what no stack and no memory holds is a mistake in the blueprint', () => {
  const problemOf = (lines: string) => {
    const result = explainBuild(aWorld(), `FROM hut\n${lines}`);
    return 'errors' in result ? result.errors[0]?.key : 'none';
  };
  const nested = (depth: number) => `ENV A=${'${A:-'.repeat(depth)}x${'}'.repeat(depth)}`;
  expect(problemOf(nested(60))).toBe('none');
  expect(problemOf(nested(2600))).toBe('dockerfileVariable');
  expect(problemOf(`ENV A=stone\n${'ENV A=$A$A\n'.repeat(60)}`)).toBe('dockerfileVariable');
  expect(problemOf(`ENV A=stone\n${'ENV A="$A$A"\n'.repeat(60)}`)).toBe('dockerfileVariable');
  expect(problemOf(`ENV A=${MANY.repeat(20)}\nENV B=\${A#${'?'.repeat(200)}}`)).toBe('dockerfileVariable');
});

test('BUILD-41 files that double with every step come to an end', () => {
  const problemOf = (dockerfile: string) => {
    const result = explainBuild(aWorld(), dockerfile);
    return 'errors' in result ? result.errors[0] : null;
  };
  const stages = (count: number) =>
    Array.from({ length: count }, (_, at) => `FROM s${at} AS s${at + 1}\nCOPY --from=s${at} / /x${at}\n`).join('');
  expect(problemOf(`FROM hut AS s0\n${stages(7)}`)).toBeNull();
  expect(problemOf(`FROM hut AS s0\n${stages(40)}`)).toMatchObject({ key: 'dockerfileTooLong', line: 17 });
  const copies = (count: number) =>
    `FROM hut\nRUN touch /d/a; for i in ${'1234567890'.repeat(4).slice(0, count).split('').join(' ')}; do cp -r /d /d/$i$i; mv /d/$i$i /d/$i; cp -r /d /e$i; done`;
  expect(problemOf(copies(3))).toBeNull();
  expect(problemOf(copies(40))).toMatchObject({ details: { words: 'No space left on device' } });
  expect(problemOf(`FROM hut\nCOPY${' teahouse/v1'.repeat(101)} /srv/`)).toMatchObject({ details: { most: 100 } });
});

test.each([
  [`ENV A=b LONG=${MANY.repeat(11)}\nENV B=c`, { line: 2, instruction: 'ENV', most: 4096 }],
  [`LABEL ${'a'.repeat(300)}=b\nLABEL b=c`, { line: 2, instruction: 'LABEL', most: 253 }],
  [`USER ${'a'.repeat(65)}\nCMD ["teahouse"]`, { line: 2, instruction: 'USER', most: 64 }],
  [
    `RUN paint\nSHELL ${JSON.stringify(Array.from({ length: 9 }, () => 'sh'))}`,
    { line: 3, instruction: 'SHELL', most: 8 },
  ],
  [`RUN mkdir /a && touch /${'a'.repeat(501)}`, { line: 2, instruction: 'RUN', most: 500 }],
])('BUILD-41 what is too much for an image is named with its line and the bound: case %#', (lines, details) => {
  const problem = { key: 'dockerfileTooLarge', line: details.line, details };
  expect(explainBuild(aWorld(), `FROM hut\n${lines}`)).toMatchObject({ errors: [problem] });
});

test('BUILD-41 lines of blanks and of digits are read once, not once for each of them', () => {
  const many = 500_000;
  expect(parseDuration('1'.repeat(many))).toBeNull();
  expect(parseDuration(`${'1'.repeat(many)}.x`)).toBeNull();
  expect(cutContinuation(`a${' '.repeat(many)}x\\ `, '\\').continues).toBe(true);
  expect(withoutLineEnd(`a${'\r'.repeat(many)}x\r\n`)).toHaveLength(many + 2);
});

const someWords = (count: number) => Array.from({ length: count }, (_, at) => at.toString(36)).join(' ');

test.each([
  [`RUN for i in ${someWords(30)}; do cd /$i; mkdir $WORDS; done`, 'No space left on device'],
  [`RUN for i in ${someWords(30)}; do cd /$i; python -m venv $WORDS; done`, 'No space left on device'],
  [`RUN case $LONG in ${'$STARS|'.repeat(40)}x) true;; esac`, 'more than 2000 steps'],
  [`RUN ${': ${LONG##$STARS};'.repeat(40)}`, 'more than 2000 steps'],
  [`RUN for i in ${someWords(30)}; do : \${NONE/${'a'.repeat(10_000)}/}; done`, 'more than 2000 steps'],
])('BUILD-41 BUILD-42 a short line that asks for a lot comes to an end: %s', (line, words) => {
  const ground = `FROM python:3.12-slim\nENV WORDS="${someWords(150)}" LONG=${MANY}${MANY} STARS=${STARS}b\n`;
  expect(explainBuild(aWorld(), ground + line)).toMatchObject({ errors: [{ line: 3, details: { words } }] });
});

test.each(['cp /d/* /e/', 'cp -r /d /n; rm -r /n', 'rm -f /q$j*', 'chown -R host /d', 'test -f /d/$j'])(
  'BUILD-41 BUILD-42 many files make a RUN long, and all RUNs together have a bound: %s',
  (work) => {
    const ground = `FROM python:3.12-slim\nENV WORDS="${someWords(40)}"\nRUN mkdir /d /e; for i in $WORDS; do touch /d/a$i /d/b$i /d/c$i /d/e$i /d/f$i; done\n`;
    const long = `RUN for i in $WORDS; do for j in $WORDS; do ${work}; done; done\n`;
    const short = `RUN for j in $WORDS; do ${work}; exit; done\n`;
    const errorsOf = (lines: string) => {
      const result = explainBuild(aWorld(), ground + lines);
      return 'errors' in result ? result.errors.map(({ line, details: { words } }) => ({ line, words })) : [];
    };
    expect(errorsOf(short.repeat(10))).toEqual([]);
    expect(errorsOf(long.repeat(90))).toMatchObject([
      { line: 4, words: 'more than 2000 steps' },
      ...Array.from({ length: 89 }, (_, at) => ({ line: 5 + at, words: 'more than 4000 steps in all' })),
    ]);
  },
);

test('BUILD-41 the patterns of one text are bounded together, and 100 lines are the most that have any', () => {
  const problemOf = (lines: string) => {
    const result = explainBuild(aWorld(), `FROM hut\nENV LONG=${MANY} STARS=${STARS}\n${lines}`);
    return 'errors' in result ? result.errors[0]?.key : 'none';
  };
  const texts = (count: number) => `ENV A=${'${LONG##$STARS}'.repeat(count)}\n`;
  expect(problemOf(texts(2))).toBe('none');
  expect(problemOf(texts(3))).toBe('dockerfileVariable');
  expect(problemOf(texts(3).repeat(99))).toBe('dockerfileTooLong');
});
