// Every field of the real API is played or told to have no effect: none is called unknown.
import { expect, test } from 'vitest';
import { MANIFESTS, type ManifestKind } from '../../../shared/api/kinds.ts';
import { readManifests } from '../../../shared/cluster/manifests/read/read-manifests.ts';
import { schemaTree } from '../../../shared/cluster/manifests/read/schema-tree.ts';
import { DOCUMENTS, fieldsOf, TYPES } from './api-fields.ts';

const KINDS = Object.keys(MANIFESTS) as readonly ManifestKind[];

type Path = readonly (string | number)[];

/** Where each field of a kind stands. */
function pathsOf(fields: string, base: Path = []): readonly Path[] {
  return fieldsOf(fields).flatMap(({ name, type, isList }) => {
    const path = [...base, name];
    const inner = isList ? [...path, 0] : path;
    return [path, ...(type === undefined ? [] : pathsOf(TYPES[type] ?? '', inner))];
  });
}

/** The type of a metric stands beside it: it says which of its shapes is meant. */
const METRIC_TYPES: Readonly<Record<string, string>> = {
  containerResource: 'ContainerResource',
  external: 'External',
  object: 'Object',
  pods: 'Pods',
  resource: 'Resource',
};

function nested(path: Path, value: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return value;
  if (typeof first === 'number') return [nested(rest, value)];
  const metricType = METRIC_TYPES[first];
  const beside = path[0] === first && metricType !== undefined && rest.length > 0 ? { type: metricType } : {};
  return { ...beside, [first]: nested(rest, value) };
}

function verdictOn(kind: ManifestKind, path: Path): string {
  const apiVersion = schemaTree(kind).properties?.['apiVersion']?.const;
  const manifest = { apiVersion, kind, ...(nested(path, {}) as object) };
  const { problems } = readManifests(JSON.stringify(manifest));
  const here = problems.filter((problem) => problem.path.join('/') === path.join('/'));
  if (here.some(({ key }) => key === 'unknownField')) return 'unknown';
  return here.some(({ key }) => key === 'ignoredField') ? 'warning' : 'played';
}

test('MAN-3 the table of facts names every kind', () => {
  expect(Object.keys(DOCUMENTS).toSorted()).toEqual([...KINDS].toSorted());
});

test.each(KINDS)('MAN-3 no field of a real %s is called unknown', (kind) => {
  const paths = pathsOf(DOCUMENTS[kind] ?? '');
  const refused = paths.filter((path) => verdictOn(kind, path) === 'unknown').map((path) => path.join('.'));
  expect(refused).toEqual([]);
});

test('MAN-3 what no version of the API has stays unknown, and what is played is not warned about', () => {
  expect(verdictOn('Pod', ['spec', 'containers', 0, 'livenessProbe', 'httpGett'])).toBe('unknown');
  expect(verdictOn('ResourceQuota', ['spec', 'hard', 'teapots'])).toBe('unknown');
  expect(verdictOn('Pod', ['spec', 'containers', 0, 'livenessProbe', 'exec'])).toBe('played');
  expect(verdictOn('Pod', ['spec', 'containers', 0, 'lifecycle', 'stopSignal'])).toBe('warning');
  expect(verdictOn('Pod', ['spec', 'volumes', 0, 'hostPath'])).toBe('warning');
  expect(verdictOn('CronJob', ['spec', 'timeZone'])).toBe('warning');
});
