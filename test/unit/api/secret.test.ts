// How a Secret's values may be written.
import { expect, test } from 'vitest';
import { secretManifest } from '../../../shared/api/secret.ts';
import { dryRun } from '../../../shared/cluster/manifests/dry-run.ts';
import { readManifests } from '../../../shared/cluster/manifests/read/read-manifests.ts';
import { aWorld } from '../../support/builders.ts';

const parse = (value: string) =>
  secretManifest.safeParse({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'keys' }, data: { value } });

test.each([
  ['a block', 'YWJj\n'],
  ['two lines', 'YWJj\nZGVm\n'],
  ['lines that end as on Windows', 'YWJj\r\nZGVm\r\n'],
  ['a line that ends within four letters', 'YW\nJjZA=\n='],
])('TYPE-8 base64 as %s is stored without line ends', (_name, value) => {
  expect(parse(value).data?.data['value']).toBe(value.replace(/[\r\n]/g, ''));
});

test.each(['YWJ', 'YWJj ', 'YW Jj', '*', 'YWJj\n\t'])('TYPE-8 nothing else is passed over: %j', (value) => {
  expect(parse(value).success).toBe(false);
});

test('TYPE-8 a Secret in a block is applied, and is unchanged when it is applied again', () => {
  const world = aWorld({ nodes: 1 });
  const text = 'apiVersion: v1\nkind: Secret\nmetadata: {name: keys}\ndata:\n  key: |\n    YWJj\n    ZGVm\n';
  const { manifests, problems } = readManifests(text);
  expect(problems).toEqual([]);
  const outcomes = dryRun(world.frame(), [...manifests, ...manifests]).map(({ outcome }) => outcome);
  expect(outcomes).toEqual(['created', 'unchanged']);
});
