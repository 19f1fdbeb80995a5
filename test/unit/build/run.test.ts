import { expect, test } from 'vitest';
import { MIB } from '../../../shared/base/integers.ts';
import { explainBuild, type BuildExplanation } from '../../../shared/cluster/build/explain.ts';
import { aWorld } from '../../support/builders.ts';

function explained(dockerfile: string) {
  return explainBuild(aWorld(), dockerfile);
}

function built(dockerfile: string): BuildExplanation {
  const result = explained(dockerfile);
  if ('errors' in result) throw new Error(result.errors.map(({ message }) => message).join());
  return result;
}

/** How a RUN on Debian ends: its packages beside the base's own, or its exit code. */
function endOf(run: string, before = '') {
  const result = explained(`FROM debian:12-slim\n${before}${run}`);
  if ('errors' in result) return result.errors[0]?.details['code'];
  const own = new Set(['libc6', 'openssl', 'perl']);
  return Object.keys(result.image.config.packages ?? {}).filter((name) => !own.has(name));
}

const CANTEEN = 'FROM node:22\nCOPY canteen-src/package*.json canteen-src/server.js /app/\n';
const hasModules = (dockerfile: string) =>
  Object.keys(built(dockerfile).image.config.files ?? {}).includes('/app/node_modules/express');

test('BUILD-35 the JSON form is one command, and no shell reads it', () => {
  expect(hasModules(`${CANTEEN}WORKDIR /app\nRUN ["npm", "ci"]`)).toBe(true);
  expect(hasModules(`${CANTEEN}WORKDIR /app\nRUN ["echo", "&&", "npm", "ci"]`)).toBe(false);
  expect(hasModules(`${CANTEEN}RUN ["sh", "-c", "cd /app && npm ci"]`)).toBe(true);
  const [step] = built('FROM hut\nRUN ["carry-stone", "2"]').steps.slice(1);
  expect(step).toMatchObject({ bytes: 80 * MIB, ticks: 16 });
  expect(explained('FROM scratch\nRUN ["carry-stone"]')).toMatchObject({ errors: [{ details: { code: 127 } }] });
});

test('BUILD-35 a tool is found behind assignments, env and brackets, and where cd leads', () => {
  const teahouse = (line: string) =>
    built(`FROM golang AS b\nARG TARGETOS\nWORKDIR /src\nCOPY teahouse-src ./\nRUN ${line}\nFROM scratch
COPY --from=b /teahouse /teahouse\nCMD ["/teahouse"]`).image.config.program;
  expect(teahouse('CGO_ENABLED=0 GOOS=linux go build -o /teahouse')).toMatchObject({ name: 'teahouse', exit: null });
  expect(teahouse('GOOS=$TARGETOS GOARCH="a b" go build -o=/teahouse .')).toMatchObject({ exit: null });
  expect(teahouse('env -u A CGO_ENABLED=0 go build -o /teahouse')).toMatchObject({ exit: null });
  for (const line of [
    'cd /app && npm ci',
    '(cd /app; npm ci)',
    'cd / && cd app && { npm ci; }',
    'npm ci --prefix /app',
  ])
    expect(hasModules(`${CANTEEN}RUN ${line}`), line).toBe(true);
  expect(explained(`${CANTEEN}RUN (cd /app) && npm ci`)).toMatchObject({ errors: [{ details: { code: 1 } }] });
  expect(explained(`${CANTEEN}RUN cd /app\nRUN npm ci`)).toMatchObject({ errors: [{ details: { code: 1 } }] });
  expect(endOf('RUN DEBIAN_FRONTEND=noninteractive apt-get install -y curl')).toBe(100);
});

test.each([
  ['apt-get install -y curl || true', []],
  ['apt-get update || apt-get install -y curl', []],
  ['apt-get install -y git || (apt-get update && apt-get install -y curl)', ['curl']],
  ['apt-get update && apt-get install -y curl > /dev/null 2>&1', ['curl']],
  ['apt-get install -y curl; echo done', []],
  ['set -eux; apt-get install -y curl; echo done', 100],
  ['set -e; apt-get install -y curl || true; apt-get update; apt-get install -y git', ['git']],
  ['apt-get install -y curl | tee log', []],
  ['set -o pipefail; apt-get install -y curl | tee log', 100],
  ['! apt-get install -y curl', []],
  ['false', 1],
  ['echo "a && apt-get install -y curl; rm x"', []],
  ['apt-get install -y curl || exit 3', 3],
  ['(exit 4); true # && false', []],
  ['bash -ec "false; true"', 1],
])('BUILD-35 %j ends as a shell ends it', (line, end) => {
  expect(endOf(`RUN ${line}`)).toEqual(end);
});

test('BUILD-35 SHELL sets what its options say, and a heredoc is a script where a shell reads it', () => {
  const strict = 'SHELL ["/bin/bash", "-eo", "pipefail", "-c"]\n';
  expect(endOf('RUN apt-get install -y curl | tee log', strict)).toBe(100);
  expect(endOf('RUN apt-get install -y curl; true', strict)).toBe(100);
  const script = 'apt-get update\n# apt-get install -y git\napt-get install -y \\\n  curl\n';
  expect(endOf(`RUN <<EOF\n${script}EOF`)).toEqual(['curl']);
  expect(endOf(`RUN bash -e <<EOF\nfalse\n${script}EOF`)).toBe(1);
  expect(endOf(`RUN cat <<EOF > /notes\n${script}EOF`)).toEqual([]);
});

test('BUILD-35 a deep nest of brackets is no harm', () => {
  const nest = (depth: number) => endOf(`RUN ${'('.repeat(depth)} true ${')'.repeat(depth)}`);
  expect(nest(30)).toEqual([]);
  expect(nest(8000)).toBe(2);
});

test('BUILD-31 npm installs by name without a package.json', () => {
  const filesOf = (line: string) =>
    Object.keys(built(`FROM node:22\nWORKDIR /app\nRUN ${line}`).image.config.files ?? {});
  expect(filesOf('npm install -g pnpm@9')).toEqual(
    expect.arrayContaining(['/usr/local/bin/pnpm', '/usr/local/lib/node_modules/pnpm']),
  );
  expect(filesOf('npm i express')).toContain('/app/node_modules/express');
  expect(explained('FROM node:22\nRUN npm install')).toMatchObject({ errors: [{ details: { code: 254 } }] });
});

test('BUILD-39 a removed package leaves the bill of materials, and its weight only in the RUN that brought it', () => {
  const alpine = (lines: string) => built(`FROM alpine:3.14\n${lines}`);
  const namesOf = ({ image }: BuildExplanation) => Object.keys(image.config.packages ?? {});
  const base = ['musl', 'busybox', 'openssl'];
  const tidy = alpine('RUN apk add --no-cache log4shell-demo constructor && apk del log4shell-demo constructor');
  expect(namesOf(tidy)).toEqual(base);
  expect(tidy.image.layers.at(-1)?.bytes).toBe(0);
  const late = alpine('RUN apk add git curl\nRUN apk del git');
  expect(namesOf(late)).toEqual([...base, 'curl']);
  expect(late.image.layers.slice(-2).map(({ bytes }) => bytes)).toEqual([48 * MIB, 0]);
  expect(Object.keys(late.image.config.files ?? {})).not.toContain('/usr/bin/git');
  const group = alpine('RUN apk add -t .deps git make && apk add curl && apk del .deps');
  expect(namesOf(group)).toEqual([...base, 'curl']);
  expect(group.image.layers.at(-1)?.bytes).toBe(8 * MIB);
  const install = 'RUN apt-get update && apt-get install -y git make curl\n';
  expect(endOf('RUN apt-get purge -y git && apt-get remove make && apt-get autoremove -y curl', install)).toEqual([]);
  expect(endOf('RUN apt-get remove -y perl', install)).toEqual(['git', 'make', 'curl']);
  expect(endOf('RUN apt-get autoremove -y && apt-get purge -y nothing', install)).toEqual(['git', 'make', 'curl']);
});
