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
  readonly deprecated?: string;
}

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const manifest = JSON.parse(read('package.json')) as { allowScripts: Record<string, boolean>; dependencies: object };
const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> };
const locked = Object.entries(packages).filter(([path]) => path !== '');
const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

test('PACK-1 every package with an install script is allowed or refused by name', () => {
  const scripted = locked.filter(([, entry]) => entry.hasInstallScript && !('dev' in entry && 'optional' in entry));
  expect(scripted.length).toBeGreaterThan(0);
  expect(scripted.map(([path]) => nameOf(path)).filter((name) => !(name in manifest.allowScripts))).toEqual([]);
});

test('PACK-2 the lockfile names no registry', () => {
  expect(locked.length).toBeGreaterThan(100);
  expect(locked.filter(([, entry]) => entry.resolved).map(([path]) => path)).toEqual([]);
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
