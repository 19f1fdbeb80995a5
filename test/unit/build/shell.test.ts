/** RUN as a shell carries it out: questions, loops, variables. */
import { expect, test } from 'vitest';
import { explainBuild, type BuildExplanation } from '../../../shared/cluster/build/explain.ts';
import { aWorld } from '../../support/builders.ts';

const explained = (dockerfile: string, buildArgs = {}) => explainBuild(aWorld(), dockerfile, { buildArgs });

function built(dockerfile: string): BuildExplanation {
  const result = explained(dockerfile);
  if ('errors' in result) throw new Error(result.errors.map(({ message }) => message).join());
  return result;
}

/** What a RUN leaves in /said, or its exit code. */
function saidBy(script: string, before = '', buildArgs = {}) {
  const result = explained(`FROM debian:12-slim\n${before}COPY teahouse/v1 /srv/teahouse\nRUN ${script}\n`, buildArgs);
  if ('errors' in result) return result.errors[0]?.details['code'];
  const files = result.image.config.files ?? {};
  return Object.keys(files)
    .filter((path) => path.startsWith('/said/'))
    .map((path) => path.slice(6))
    .sort();
}

/** Next.js's own blueprint chooses its package manager so. */
const BY_LOCKFILE = `RUN \\
  if [ -f yarn.lock ]; then yarn --frozen-lockfile; \\
  elif [ -f package-lock.json ]; then npm ci; \\
  else echo "Lockfile not found." && exit 1; \\
  fi`;

test('BUILD-42 if and elif are decided by the files that are there', () => {
  const install = (files: string) => explained(`FROM node:22\nWORKDIR /app\nCOPY ${files} ./\n${BY_LOCKFILE}`);
  const both = install('canteen-src/package.json canteen-src/package-lock.json*');
  expect('image' in both && both.image.config.files).toHaveProperty(['/app/node_modules/express']);
  expect('steps' in both && both.steps.at(-1)?.ticks).toBe(12);
  expect(install('canteen-src/package.json')).toMatchObject({ errors: [{ line: 4, details: { code: 1 } }] });
});

test.each([
  ['if [ -d /srv ] && ! [ -f /srv ]; then > /said/yes; else > /said/no; fi', ['yes']],
  ['if [ -f /srv/nothing -o -s /srv/teahouse ]; then > /said/yes; fi', ['yes']],
  ['if [ ! -e /srv/teahouse ]; then > /said/no; elif test -x /srv/teahouse; then > /said/yes; fi', ['yes']],
  [
    '[ "$A" = "" ] && > /said/empty; [ -n "$A" ] || > /said/none; [ -z "" -a 3 -gt 2 ] && > /said/z',
    ['empty', 'none', 'z'],
  ],
  ['A=1; B=${A:-2}${C:-3}; > /said/$B', ['13']],
  ['A=1 > /said/a; A=2 true; [ "$A" = 1 ] && > "/said/$A b"', ['1 b', 'a']],
  ["export A=x B=y; unset B; sh -c '> /said/$A${B-gone}'; > '/said/$A'", ['$A', 'xgone']],
  ['(A=1); A=$A$A; > /said/a$A', ['a']],
  ['for a in one "two three" $(pwd); do > /said/$a; done', ['one', 'two three']],
  ['for a in x y; do for b in 1 2; do > /said/$a$b; done; done', ['x1', 'x2', 'y1', 'y2']],
  ['while [ -f /said/a ]; do > /said/b; done; until [ -f /said/a ]; do > /said/a; done', ['a']],
  [
    'arch="$(dpkg --print-architecture)"; case "${arch##*-}" in arm64) exit 1 ;; amd64|i386) > /said/x64 ;; *) exit 2; esac',
    ['x64'],
  ],
  ['case $(cat /srv/teahouse) in [0-9]) > /said/number;; *) > /said/other;; esac', ['other']],
  ['set -e; if false; then > /said/a; fi; false || > /said/b; > /said/c', ['b', 'c']],
  ['set -e; { false; > /said/a; } || true; ! { false; }; > /said/b', ['a', 'b']],
  ['set -e; if true; then false; fi; > /said/c', 1],
  ['if false; then > /said/a; fi', []],
  ['command -v apt-get && > /said/apt; command -v apk || > /said/no-apk', ['apt', 'no-apk']],
  ['echo "if true; then exit 3; fi" # done', []],
  ['if true; then exit 3', 2],
  ['if true then exit 3; fi', 2],
  ['echo "three', 2],
  ['fi', 2],
  ['true && && true', 2],
])('BUILD-42 %j', (script, end) => {
  expect(saidBy(script)).toEqual(end);
});

test('BUILD-42 a shell knows ENV, and the build arguments in scope below it', () => {
  const script = 'if [ "$STAGE" = test ]; then > /said/$STAGE; else > /said/plain-$STAGE; fi';
  expect(saidBy(script)).toEqual(['plain-']);
  expect(saidBy(script, '', { STAGE: 'test' })).toEqual(['plain-']);
  expect(saidBy(script, 'ARG STAGE=live\n')).toEqual(['plain-live']);
  expect(saidBy(script, 'ARG STAGE=live\n', { STAGE: 'test' })).toEqual(['test']);
  expect(saidBy(script, 'ARG STAGE=test\nENV STAGE=live\n')).toEqual(['plain-live']);
});

test('BUILD-42 what a command says into a file is there afterwards, and weighs what it says', () => {
  const { image } = built(
    'FROM alpine\nWORKDIR /etc/house\nRUN echo "open=1" > a.conf && printf x >>a.conf 2>/dev/null',
  );
  expect(image.config.files?.['/etc/house/a.conf']?.bytes).toBe(7);
  expect(image.layers.at(-1)?.bytes).toBe(7);
  const heredoc = built('FROM alpine\nRUN cat <<EOF > /notes\nthree\nEOF');
  expect(heredoc.image.config.files?.['/notes']?.bytes).toBe(6);
});

test('BUILD-42 loops within loops, and names that double, end after so many steps', () => {
  const names = 'a '.repeat(40);
  const loops = (depth: number): string => (depth === 0 ? 'true' : `for x in ${names}; do ${loops(depth - 1)}; done`);
  expect(saidBy(loops(1))).toEqual([]);
  expect(saidBy(loops(8))).toBe(1);
  expect(saidBy(`${loops(8)} || > /said/a`)).toBe(1);
  expect(saidBy('export X=\'sh -c "$X"\'; sh -c "$X"')).toBe(1);
  expect(saidBy(`A=stone; for i in ${names}; do A=$A$A; done`)).toEqual([]);
  expect(saidBy(`echo ${'$('.repeat(3000)}`)).toBe(2);
});
