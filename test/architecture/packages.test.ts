// The silenced warnings of npm (.npmrc), said here as tests, and what a repository may not hold.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly hasInstallScript?: boolean;
  readonly optionalDependencies?: Record<string, string>;
}

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const manifest = JSON.parse(read('package.json')) as { allowScripts: Record<string, boolean>; dependencies: object };
const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> };
const locked = Object.entries(packages).filter(([path]) => path !== '');
const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

test('PACK-1 every package with an install script is allowed or refused by name', () => {
  const scripted = locked.filter(([, entry]) => entry.hasInstallScript);
  expect(scripted.length).toBeGreaterThan(0);
  expect(scripted.map(([path]) => nameOf(path)).filter((name) => !(name in manifest.allowScripts))).toEqual([]);
});

test('PACK-2 the lockfile names no registry', () => {
  expect(locked.length).toBeGreaterThan(100);
  expect(locked.filter(([, entry]) => entry.resolved).map(([path]) => path)).toEqual([]);
});

/** As Node looks a package up: beside the asker, then in every node_modules above it. */
function isLocked(asker: string, name: string): boolean {
  if (`${asker}/node_modules/${name}` in packages) return true;
  const above = asker.lastIndexOf('/node_modules/');
  return above < 0 ? `node_modules/${name}` in packages : isLocked(asker.slice(0, above), name);
}

// npm drops a platform's binary from the lockfile when the registry it asked does not carry it (or when it installs
// over an existing node_modules); npm ci then refuses the lockfile, or the package breaks on that platform.
test('PACK-6 the lockfile holds the binaries of every platform', () => {
  const wanted = locked.flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {}).map((name) => ({ path, name })),
  );
  expect(wanted.length).toBeGreaterThan(50);
  expect(wanted.filter(({ path, name }) => !isLocked(path, name))).toEqual([]);
  expect(isLocked('node_modules/oxlint', '@oxlint/binding-planted')).toBe(false);
});

test('PACK-3 the tests run on the pinned Node', () => {
  expect(process.version).toBe(`v${packages['node_modules/node']?.version}`);
});

test('PACK-4 versions are exact', () => {
  const versions = Object.values({ ...manifest.dependencies }) as string[];
  expect(versions.length).toBeGreaterThan(0);
  expect(versions.filter((version) => /[\^~*<>]|latest/.test(version))).toEqual([]);
});

test('PACK-5 the top level holds only its rooms and its papers', () => {
  const listed = spawnSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' });
  const top = new Set(listed.stdout.split('\n').flatMap((path) => path.split('/')[0] || []));
  const rooms = ['assets', 'client', 'server', 'shared', 'test'];
  const papers = ['package.json', 'package-lock.json', 'tsconfig.json', 'README.md', 'ARCHITECTURE.md'];
  expect([...top].filter((name) => !name.startsWith('.') && ![...rooms, ...papers].includes(name))).toEqual([]);
});
