import { expect, test } from 'vitest';
import { layerViolations } from './layers.ts';
import { importsOf, readSources } from './source.ts';

const folders = ['shared', 'server', 'client', 'assets'];

const rules = (path: string, text: string): string[] => layerViolations([{ path, text }]).map(({ rule }) => rule);

test.each(folders)('ARCH-1 imports in %s keep to the layers', (folder) => {
  const files = readSources(folder);
  expect(files.length).toBeGreaterThan(0);
  expect(files.flatMap(importsOf).length).toBeGreaterThan(0);
  expect(layerViolations(files)).toEqual([]);
});

test.each([
  ['shared/base/a.ts', `import { b } from '../store/b.ts';`, 'layers run one way'],
  ['shared/api/a.ts', `import type { B } from '../cluster/b.ts';`, 'layers run one way'],
  ['shared/session/a.ts', `export { b } from '../protocol/b.ts';`, 'layers run one way'],
  ['shared/session/a.ts', `export * from '../recording/b.ts';`, 'layers run one way'],
  ['shared/store/a.ts', `const b = await import('../commands/b.ts');`, 'layers run one way'],
  ['shared/odd/a.ts', `import { b } from '../base/b.ts';`, 'a folder of shared without a place among the layers'],
  ['shared/base/a.ts', `import { b } from '../../server/b.ts';`, 'shared imports neither side'],
  ['shared/base/a.ts', `import { b } from '../../client/b.ts';`, 'shared imports neither side'],
  ['shared/base/a.ts', `import fs from 'node:fs';`, 'shared imports only its own three packages'],
  ['shared/base/a.ts', `import fs from 'fs';`, 'shared imports only its own three packages'],
  ['shared/base/a.ts', `import { Room } from 'colyseus';`, 'shared imports only its own three packages'],
  ['server/a.ts', `import { b } from '../client/b.ts';`, 'server and client never import each other'],
  ['client/scenes/a.ts', `import { b } from '../../server/b.ts';`, 'server and client never import each other'],
  ['server/a.ts', `import { b } from '../test/b.ts';`, 'nothing imports tests'],
  ['server/a.ts', `import { b } from './b';`, 'a relative import carries its extension'],
  [
    'shared/cluster/scheduler/queue.ts',
    `import { b } from '../kubelet/kubelet-loop.ts';`,
    'a loop never reaches into another loop: they meet in the store',
  ],
  [
    'shared/cluster/controllers/deployment-loop.ts',
    `import { b } from './replica-set-loop.ts';`,
    'a loop never reaches into another loop: they meet in the store',
  ],
])('ARCH-2 a planted import is caught: %s %s', (path, text, rule) => {
  expect(rules(path, text)).toEqual([rule]);
});

test.each([
  ['shared/protocol/a.ts', `import { b } from '../scenarios/b.ts'; import { z } from 'zod';`],
  ['shared/base/a.ts', `import { sha256 } from '@noble/hashes/sha2.js';`],
  [
    'shared/cluster/scheduler/loop.ts',
    `import type { B } from '../kubelet/stages.ts'; import { c } from './queue.ts';`,
  ],
  ['shared/cluster/cluster.ts', `import { b } from './scheduler/loop.ts';`],
  ['server/a.ts', `import { b } from '../shared/session/b.ts'; import { Room } from 'colyseus';`],
])('ARCH-3 a right import passes: %s %s', (path, text) => {
  expect(rules(path, text)).toEqual([]);
});
