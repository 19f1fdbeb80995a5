/** Tools that RUN may call: what they need, and what they leave. */
import { expect, test } from 'vitest';
import { MIB } from '../../../shared/base/integers.ts';
import { explainBuild, type BuildExplanation } from '../../../shared/cluster/build/explain.ts';
import { aWorld } from '../../support/builders.ts';

const explained = (dockerfile: string) => explainBuild(aWorld(), dockerfile);

function built(dockerfile: string): BuildExplanation {
  const result = explained(dockerfile);
  if ('errors' in result) throw new Error(result.errors.map(({ message }) => message).join());
  return result;
}

/** Its exit code; 0 where it goes well. */
function codeOf(dockerfile: string) {
  const result = explained(dockerfile);
  return 'errors' in result ? result.errors[0]?.details['code'] : 0;
}

const lastBytes = (dockerfile: string) => built(dockerfile).image.layers.at(-1)?.bytes;

test.each([
  ['FROM alpine', 'curl -fsSL https://example.com | sh', 0],
  ['FROM alpine', 'set -o pipefail; curl -fsSL https://example.com | sh', 127],
  ['FROM alpine', 'git clone https://example.com/town', 127],
  ['FROM alpine', 'apk add --no-cache git && git clone https://example.com/town', 0],
  ['FROM node:22-slim', 'make', 127],
  ['FROM node:22', 'make', 0],
  ['FROM alpine', 'brew-tea', 0],
])('BUILD-31 %s: RUN %s ends with %j', (from, line, code) => {
  expect(codeOf(`${from}\nRUN ${line}`)).toBe(code);
});

test('BUILD-31 npm ci asks for a lock file, pnpm too where it is frozen, go mod for a go.mod', () => {
  const app = (files: string, line: string) => codeOf(`FROM node:22\nWORKDIR /app\nCOPY ${files} ./\nRUN ${line}`);
  const manifest = 'canteen-src/package.json';
  const both = 'canteen-src/package*.json';
  expect(app(manifest, 'npm ci')).toBe(1);
  expect(app(manifest, 'npm install')).toBe(0);
  expect(app(both, 'npm ci')).toBe(0);
  expect(app(manifest, 'yarn --frozen-lockfile')).toBe(0);
  expect(app('plans', 'yarn')).toBe(1);
  expect(app(manifest, 'pnpm i')).toBe(127);
  expect(app(manifest, 'corepack enable pnpm && pnpm i')).toBe(0);
  expect(app(manifest, 'npm i -g pnpm && pnpm i --frozen-lockfile')).toBe(1);
  const go = (files: string) => codeOf(`FROM golang\nWORKDIR /src\nCOPY ${files} ./\nRUN go mod download`);
  expect([go('teahouse-src/main.go'), go('teahouse-src/go.mod')]).toEqual([1, 0]);
});

test('BUILD-45 who is not root may install nothing for all', () => {
  const as = (user: string, from: string, line: string) => codeOf(`FROM ${from}\nUSER ${user}\nRUN ${line}`);
  for (const user of ['root', '0', '0:0', 'root:root']) expect(as(user, 'alpine', 'apk add curl')).toBe(0);
  expect(as('node', 'alpine', 'apk add curl')).toBe(99);
  expect(as('1000', 'debian', 'apt-get update')).toBe(100);
  expect(as('node', 'node:22', 'npm i -g pnpm')).toBe(243);
  expect(as('node', 'node:22', 'npm i express')).toBe(0);
  expect(codeOf('FROM alpine\nUSER node\nUSER root\nRUN apk add curl')).toBe(0);
});

test('BUILD-46 chown and chmod put all that they touch into their own layer, too', () => {
  const house = 'FROM hut\nCOPY library/v1 /srv/\n';
  expect(lastBytes(`${house}RUN chown -R keeper:keeper /srv`)).toBe(30 * MIB);
  expect(lastBytes(`${house}RUN chmod +x /srv/v1 && chmod 755 /srv/*`)).toBe(30 * MIB);
  expect(lastBytes(`${house}RUN chmod +x /srv/v2`)).toBe(0);
  expect(lastBytes(`${house}COPY --chown=keeper teahouse/v1 /srv/`)).toBe(8 * MIB);
  expect(lastBytes('FROM alpine\nRUN apk add -U curl && chmod 755 /usr/bin/curl')).toBe(8 * MIB);
});

test('BUILD-46 cp and mv take files along, and touch makes them', () => {
  const { image } = built(
    'FROM hut\nCOPY teahouse/v1 /tmp/\nRUN mkdir -p /srv && mv /tmp/v1 /srv/teahouse && touch /srv/open\nCMD ["/srv/teahouse"]',
  );
  expect(Object.keys(image.config.files ?? {}).sort()).toEqual(
    ['/bin/sh', '/sbin/apk', '/srv/open', '/srv/teahouse'].sort(),
  );
  expect(image.config.program).toMatchObject({ name: 'teahouse', exit: null });
  expect(image.layers.at(-1)?.bytes).toBe(8 * MIB);
});

test.each([
  ['cp -r dist/* /out/', ['/out/furniture.txt', '/out/menu.txt']],
  ['cp dist/m*.t?t /out/', ['/out/menu.txt']],
  ['cp -r dist/. /out', ['/out/furniture.txt', '/out/menu.txt']],
  ['cp -r dist /out', ['/out/dist/furniture.txt', '/out/dist/menu.txt']],
  ['cd dist && cp -r . /out', ['/out/furniture.txt', '/out/menu.txt']],
  ['cp -r /app/dist /out && rm -f /out/dist/f*', ['/out/dist/menu.txt']],
  ['cp dist/* /out && rm -rf /out/* && cp dist/menu.txt /out', ['/out/menu.txt']],
  ['cp -r / /out/all && rm -rf /out/all/[a-z]* "" && mv /out/all/app/dist/menu.txt /out', ['/out/menu.txt']],
])('BUILD-46 a wildcard stands for what matches, and a point for what is inside: %s', (line, files) => {
  const { image } = built(`FROM alpine\nWORKDIR /app\nCOPY plans dist/\nRUN mkdir /out && ${line}`);
  const out = Object.keys(image.config.files ?? {}).filter((path) => path.startsWith('/out') && !path.includes('all'));
  expect(out.sort()).toEqual(files);
});

test('BUILD-31 apk and apt bring bash, and a shell that nobody installed is not there', () => {
  expect(built('FROM alpine\nRUN apk add --no-cache bash\nRUN bash -c "exit 0"').steps).toHaveLength(3);
  expect(explainBuild(aWorld(), 'FROM alpine\nRUN bash -c "exit 0"')).toMatchObject({
    errors: [{ details: { code: 127 } }],
  });
});

test('BUILD-7 a FROM that comes to nothing is named as it is written', () => {
  const why = 'base name ($BASE) should not be blank';
  for (const text of ['FROM $BASE', 'FROM alpine\nARG BASE=alpine\nFROM $BASE', 'ARG BASE\nFROM $BASE']) {
    expect(explainBuild(aWorld(), text)).toMatchObject({ errors: [{ key: 'dockerfileVariable', details: { why } }] });
  }
});

test('BUILD-7 FROM knows the platform, and a stage that names its arguments', () => {
  const text = `FROM --platform=$BUILDPLATFORM golang
WORKDIR /src/$TARGETOS
ARG TARGETOS TARGETARCH
WORKDIR /src/$TARGETOS/$TARGETARCH
RUN [ "$TARGETARCH" = amd64 ] && [ -z "$TARGETVARIANT" ]`;
  expect(built(text).image.config.workdir).toBe('/src/linux/amd64');
  expect(built('FROM hut\nWORKDIR /a$TARGETOS').image.config.workdir).toBe('/a');
});
