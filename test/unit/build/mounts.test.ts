/** RUN --mount: files that are there for one step. */
import { expect, test } from 'vitest';
import { MIB } from '../../../shared/base/integers.ts';
import { explainBuild, type BuildExplanation } from '../../../shared/cluster/build/explain.ts';
import { aWorld } from '../../support/builders.ts';
import { Workshop } from '../../support/workshop.ts';

const explained = (dockerfile: string, options = {}) => explainBuild(aWorld(), dockerfile, options);

function built(dockerfile: string): BuildExplanation {
  const result = explained(dockerfile);
  if ('errors' in result) throw new Error(result.errors.map(({ message }) => message).join());
  return result;
}

const filesOf = ({ image }: BuildExplanation) => Object.keys(image.config.files ?? {}).sort();
const problemOf = (dockerfile: string) => {
  const result = explained(dockerfile);
  return 'errors' in result ? result.errors[0] : null;
};

const NODE = 'FROM node:22-slim\nWORKDIR /app\n';
const bound = (...files: readonly string[]) =>
  files.map((file) => `--mount=type=bind,source=canteen-src/${file},target=${file} `).join('');

test('BUILD-43 bound files are there during the step, and not after it', () => {
  const installed = built(`${NODE}RUN ${bound('package.json', 'package-lock.json')}npm ci`);
  expect(filesOf(installed)).toContain('/app/node_modules/express');
  expect(filesOf(installed)).not.toContain('/app/package.json');
  expect(installed.image.layers.at(-1)?.bytes).toBe(60 * MIB);
  expect(problemOf(`${NODE}RUN ${bound('package.json', 'package-lock.json')}npm ci\nRUN npm ci`)).toMatchObject({
    line: 4,
    details: { code: 1 },
  });
  expect(problemOf(`${NODE}RUN ${bound('yarn.lock')}yarn`)).toMatchObject({ key: 'dockerfileCopyMissing', line: 3 });
});

test('BUILD-43 a mount hides what lies beneath it, and gives it back', () => {
  const lines = 'FROM alpine\nRUN mkdir /d && echo one > /d/one\nRUN --mount=type=tmpfs,target=/d';
  expect(filesOf(built(`${lines} if [ -f /d/one ]; then exit 1; fi; echo two > /d/two; [ -f /d/two ]`))).toEqual(
    filesOf(built(lines.replace(/\n.*$/, ''))),
  );
});

test('BUILD-43 a bound directory is read-only, unless it says rw; what is written there is lost', () => {
  const write = (options: string) =>
    `${NODE}RUN --mount=source=canteen-src,target=.${options} npm ci --prefix . && npm i x`;
  expect(problemOf(write(''))).toMatchObject({ details: { words: expect.stringContaining('Read-only file system') } });
  const written = built(write(',rw'));
  expect(filesOf(written)).not.toContain('/app/node_modules/express');
  expect(written.image.layers.at(-1)?.bytes).toBe(0);
});

test('BUILD-43 what a compiler keeps in a cache mount weighs nothing in the layer', () => {
  const compiled = (mounts: string) =>
    built(`FROM golang\nCOPY teahouse-src /src\nWORKDIR /src\nRUN ${mounts}go mod download && go build -o /teahouse`);
  const cache = '--mount=type=cache,target=';
  const weight = (mounts: string) => compiled(mounts).image.layers.at(-1)?.bytes;
  expect(weight('')).toBe(187 * MIB);
  expect(weight(`${cache}/go/pkg/mod `)).toBe(127 * MIB);
  expect(weight(`${cache}/go/pkg/mod ${cache}/root/.cache/go-build `)).toBe(7 * MIB);
});

test('BUILD-43 a mount takes from a stage or an image, which is then needed', () => {
  const text = `FROM golang AS b
WORKDIR /src
RUN --mount=target=.,source=teahouse-src go build -o /out/teahouse
FROM alpine
RUN --mount=from=b,source=/out,target=/mnt cp /mnt/teahouse /srv/
CMD ["/srv/teahouse"]`;
  const { image, steps } = built(text);
  expect(image.config.program).toMatchObject({ name: 'teahouse', exit: null });
  expect(steps).toHaveLength(6);
  const fromImage = built('FROM alpine\nRUN --mount=from=hut,target=/hut [ -f /hut/sbin/apk ]');
  expect(fromImage.steps[1]).toMatchObject({ ticks: 1, bytes: 0 });
  expect(problemOf('FROM alpine\nRUN --mount=from=palace,target=/p true')).toMatchObject({
    key: 'dockerfileBaseUnknown',
  });
});

test('BUILD-43 the cache compares what was bound, and nothing else of the context', () => {
  const workshop = new Workshop();
  const text = (file: string) => `FROM alpine\nARG FILE=${file}\nRUN --mount=source=plans/$FILE,target=/plan cut-wood`;
  workshop.build('team/a', text('menu.txt'));
  const stages = (to: string) =>
    `FROM alpine AS one\nCOPY plans/${to} /plan\nFROM alpine\nRUN --mount=from=one,source=/plan,target=/plan cut-wood`;
  workshop.build('team/b', stages('menu.txt'));
  const cachedOf = (dockerfile: string) => workshop.build('team/c', dockerfile).steps.map(({ cached }) => cached);
  expect(cachedOf(stages('menu.txt'))).toEqual([true, true, true, true]);
  expect(cachedOf(stages('furniture.txt'))).toEqual([true, false, true, false]);
});

test.each([
  ['type=bond,target=/x', 'unsupported mount type "bond"'],
  ['type=bind,tagret=/x', "unexpected key 'tagret'"],
  ['type=cache,target', "invalid field 'target' must be a key=value pair"],
  ['type=bind,target=/', 'invalid mount target "/"'],
])('BUILD-43 --mount=%s is refused', (mount, why) => {
  expect(problemOf(`FROM alpine\nRUN --mount=${mount} true`)).toMatchObject({
    line: 2,
    key: 'dockerfileFlagValue',
    message: expect.stringContaining(why),
  });
});

test('BUILD-43 nobody hands secrets in: a step does without, or fails where it requires one', () => {
  const secret = (rest: string) => `FROM alpine\nRUN --mount=type=secret,id=key${rest} [ ! -f /run/secrets/key ]`;
  expect(problemOf(secret(''))).toBeNull();
  expect(problemOf(secret(',required'))).toMatchObject({ details: { words: 'secret key: not found' } });
});
