import { expect, test } from 'vitest';
import { explainBuild } from '../../../shared/cluster/build/explain.ts';
import { cacheKeys } from '../../../shared/cluster/build/cache-chain.ts';
import { parseDockerfile } from '../../../shared/cluster/build/dockerfile-parser.ts';
import { resolveVariables } from '../../../shared/cluster/build/resolve-variables.ts';
import { aWorld } from '../../support/builders.ts';

/** Paths that a stage on `scratch` or on alpine holds, tools left out; or why it has none. */
function pathsOf(lines: string, base = 'alpine'): readonly string[] | string | undefined {
  const result = explainBuild(aWorld(), `FROM ${base}\n${lines}`);
  if ('errors' in result) return result.errors[0]?.key;
  const files = result.image.config.files ?? {};
  return Object.keys(files)
    .filter((path) => !['/bin/sh', '/sbin/apk'].includes(path))
    .sort();
}

test.each([
  ['WORKDIR /app\nCOPY canteen-src/package.json /app', ['/app/package.json']],
  ['WORKDIR /app\nWORKDIR /\nCOPY canteen-src/package.json app', ['/app/package.json']],
  ['COPY canteen-src/server.js /app/\nCOPY canteen-src/package.json /app', ['/app/package.json', '/app/server.js']],
  ['COPY teahouse/v1 /usr/local/bin', ['/usr/local/bin/v1']],
  ['COPY teahouse/v1 /usr', ['/usr/v1']],
  ['COPY teahouse/v1 /usr/local/bin/teahouse', ['/usr/local/bin/teahouse']],
  ['COPY teahouse/v1 /app', ['/app']],
  ['RUN mkdir -p /app/in\nCOPY teahouse/v1 /app', ['/app/v1']],
  ['RUN mkdir -p /app && rm -r /app\nCOPY teahouse/v1 /app', ['/app']],
  ['WORKDIR /app\nCOPY <<menu /app\ntea\nmenu', ['/app/menu']],
  ['WORKDIR /app\nCOPY teahouse /app', ['/app/broken', '/app/leaky', '/app/v1', '/app/v2']],
  // A linked copy does not see what it comes to lie on.
  ['WORKDIR /app\nCOPY --link teahouse/v1 /app', ['/app']],
])('BUILD-36 into a directory that stands a file goes under its own name: %j', (lines, paths) => {
  expect(pathsOf(lines)).toEqual(paths);
});

test('BUILD-36 scratch has no directories, a stage and an image hand theirs on', () => {
  expect(pathsOf('COPY teahouse/v1 /bin', 'scratch')).toEqual(['/bin']);
  expect(pathsOf('WORKDIR /app\nFROM one\nCOPY teahouse/v1 /app', 'alpine AS one')).toEqual(['/app/v1']);
});

test('BUILD-37 a wildcard may match nothing, a name may not', () => {
  const next = 'WORKDIR /app\nCOPY canteen-src/package.json canteen-src/yarn.lock* canteen-src/package-lock.json* ./';
  expect(pathsOf(next)).toEqual(['/app/package-lock.json', '/app/package.json']);
  expect(pathsOf('COPY no-* nothing-? /app/')).toEqual([]);
  expect(pathsOf('COPY canteen-src/yarn.lock /app/')).toBe('dockerfileCopyMissing');
});

test('BUILD-37 of a directory that matches, all that is in it goes along as it lies there', () => {
  expect(pathsOf('COPY canteen* /app/')).toContain('/app/node_modules/express');
  expect(pathsOf('COPY canteen-src/* /app/')).toContain('/app/express');
});

test('BUILD-38 --parents keeps the path, from a pivot on', () => {
  expect(pathsOf('COPY --parents canteen-src/package.json plans /app/')).toEqual([
    '/app/canteen-src/package.json',
    '/app/plans/furniture.txt',
    '/app/plans/menu.txt',
  ]);
  expect(pathsOf('COPY --parents canteen-src/./package.json canteen-src/./node_modules /app/')).toEqual([
    '/app/node_modules/express',
    '/app/package.json',
  ]);
  expect(pathsOf('COPY --parents */package*.json /app')).toEqual([
    '/app/canteen-src/package-lock.json',
    '/app/canteen-src/package.json',
  ]);
  expect(pathsOf('COPY --parents canteen-src/yarn.lock /app/')).toBe('dockerfileCopyMissing');
});

test('BUILD-38 another pivot is another place for the cache', () => {
  const keysOf = (line: string) => {
    const { instructions, escapeToken } = parseDockerfile(`FROM scratch\n${line}`);
    const { resolved } = resolveVariables(instructions, { escapeToken, buildArgs: {}, baseEnv: () => ({}) });
    return cacheKeys(resolved, { baseDigest: () => '', taken: () => [['a/b/c', 'sum']] });
  };
  const keys = ['COPY a/b/c /', 'COPY --parents a/b/c /', 'COPY --parents a/./b/c /'].map((line) =>
    keysOf(line).at(-1),
  );
  expect(new Set(keys).size).toBe(3);
});
