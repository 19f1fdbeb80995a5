// The three-way merge, the dry run, and what they leave alone.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { must } from '../../../shared/base/assert.ts';
import type { JsonObject } from '../../../shared/cluster/manifests/json.ts';
import { changesBetween } from '../../../shared/cluster/manifests/changes.ts';
import { dryRun } from '../../../shared/cluster/manifests/dry-run.ts';
import { LAST_APPLIED_ANNOTATION } from '../../../shared/cluster/manifests/last-applied.ts';
import { readManifests } from '../../../shared/cluster/manifests/read/read-manifests.ts';
import { threeWayMerge } from '../../../shared/cluster/manifests/merge.ts';
import type { WrittenManifest } from '../../../shared/cluster/manifests/written-manifest.ts';
import type { Store } from '../../../shared/store/store.ts';
import { act, aWorld } from '../../support/builders.ts';

const written = (spec: object = {}, container: object = {}, metadata: object = {}): WrittenManifest =>
  ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', ...metadata },
    spec: {
      selector: { matchLabels: { app: 'web' } },
      template: {
        metadata: { labels: { app: 'web' } },
        spec: { containers: [{ name: 'web', image: 'hut:1.0', ...container }] },
      },
      ...spec,
    },
  }) as WrittenManifest;
const apply = (world: Store, manifest: WrittenManifest) => act(world, { verb: 'apply', manifest });
const web = (world: Store) => must(world.get('Deployment', 'default/web'), 'web');
const container = (world: Store) => must(web(world).spec.template.spec.containers[0], 'container');

test('MAN-4 what the author leaves out stays as others have set it', () => {
  const world = aWorld();
  apply(world, written());
  act(world, { verb: 'scale', deployment: 'default/web', replicas: 4 });
  expect(apply(world, written({}, { image: 'hut:2.0' }))).toBeNull();
  expect(web(world).spec).toMatchObject({ replicas: 4, template: { spec: { containers: [{ image: 'hut:2.0' }] } } });
});

test('MAN-4 what the author takes back goes to its default', () => {
  const world = aWorld();
  apply(
    world,
    written(
      { replicas: 3, minReadySeconds: 5 },
      { resources: { limits: { memory: '64Mi' } } },
      { labels: { tier: 'front' } },
    ),
  );
  expect(apply(world, written())).toBeNull();
  expect(web(world)).toMatchObject({ metadata: { labels: {} }, spec: { replicas: 1, minReadySeconds: 0 } });
  expect(container(world).resources.limits).toEqual({});
});

test('MAN-4 annotations of others stay, and the last manifest is remembered without the games own', () => {
  const world = aWorld();
  apply(world, written({}, {}, { annotations: { 'podville.io/order': 'first', motto: 'tea' } }));
  const annotations = { ...web(world).metadata.annotations, 'deployment.kubernetes.io/revision': '3' };
  world.put({ ...web(world), metadata: { ...web(world).metadata, annotations } });
  apply(world, written({ paused: true }));
  const { [LAST_APPLIED_ANNOTATION]: last = '', ...rest } = web(world).metadata.annotations;
  expect(rest).toEqual({ 'podville.io/order': 'first', 'deployment.kubernetes.io/revision': '3' });
  expect(JSON.parse(last)).toEqual(written({ paused: true }, {}, { annotations: {} }));
});

test('MAN-5 items of a list are merged by their names', () => {
  const world = aWorld();
  apply(
    world,
    written(
      {},
      {
        env: [
          { name: 'A', value: '1' },
          { name: 'B', value: '2' },
        ],
      },
    ),
  );
  const { containers } = web(world).spec.template.spec;
  const added = containers.map((one) => ({ ...one, env: [...one.env, { name: 'C', value: '3' }] }));
  const side = { ...must(containers[0], 'container'), name: 'side' };
  const { spec } = web(world);
  const podSpec = { ...spec.template.spec, containers: [...added, side] };
  world.put({ ...web(world), spec: { ...spec, template: { ...spec.template, spec: podSpec } } });
  apply(world, written({}, { env: [{ name: 'B', value: '5' }] }));
  expect(container(world).env).toEqual([
    { name: 'B', value: '5' },
    { name: 'C', value: '3' },
  ]);
  expect(web(world).spec.template.spec.containers.map(({ name }) => name)).toEqual(['web', 'side']);
});

test.each([
  ['before all', ['guard', 'web', 'tea'], ['web', 'tea'], ['guard', 'web', 'tea']],
  ['between two', ['web', 'guard', 'tea'], ['web', 'tea'], ['web', 'guard', 'tea']],
  ['behind what is new', ['web', 'guard'], ['web', 'tea'], ['web', 'tea', 'guard']],
  ['before what stood behind it', ['guard', 'web', 'tea'], ['tea', 'web'], ['guard', 'tea', 'web']],
  ['where one has gone', ['web', 'milk', 'guard', 'tea'], ['web', 'tea'], ['web', 'guard', 'tea']],
  ['in a list of new ones', ['guard'], ['web', 'tea'], ['web', 'tea', 'guard']],
])('MAN-5 what others have added keeps its place: %s', (_where, live, now, expected) => {
  const list = (names: readonly string[]) => ({ containers: names.map((name) => ({ name })) });
  expect(threeWayMerge(list(['web', 'milk', 'tea']), list(now), list(live))).toEqual(list(expected));
});

test('MAN-6 another strategy leaves nothing of the old one', () => {
  const world = aWorld();
  apply(world, written());
  expect(web(world).spec.strategy).toMatchObject({ type: 'RollingUpdate' });
  expect(apply(world, written({ strategy: { type: 'Recreate' } }))).toBeNull();
  expect(web(world).spec.strategy).toEqual({ type: 'Recreate' });
});

test('MAN-4 the same manifest again writes nothing; a last manifest that is none does no harm', () => {
  const world = aWorld();
  apply(world, written());
  const { revision } = world;
  apply(world, written());
  expect(world.revision).toBe(revision);
  const { metadata } = web(world);
  world.put({ ...web(world), metadata: { ...metadata, annotations: { [LAST_APPLIED_ANNOTATION]: '{"spec":' } } });
  expect(apply(world, written())).toBeNull();
  expect(JSON.parse(web(world).metadata.annotations[LAST_APPLIED_ANNOTATION] ?? '')).toEqual(
    written({}, {}, { annotations: {} }),
  );
});

const json = fc.dictionary(
  fc.constantFrom('a', 'b', 'c'),
  fc.oneof(fc.integer({ max: 3, min: 0 }), fc.dictionary(fc.constantFrom('x', 'y'), fc.integer({ max: 3, min: 0 }))),
) as fc.Arbitrary<JsonObject>;

test('MAN-4 what is written now is there; what is neither written nor taken back is untouched; twice is once', () => {
  fc.assert(
    fc.property(json, json, json, (last, now, live) => {
      const merged = threeWayMerge(last, now, live);
      for (const key of Object.keys(now)) if (typeof now[key] === 'number') expect(merged[key]).toBe(now[key]);
      for (const key of Object.keys(live)) if (!(key in now) && !(key in last)) expect(merged[key]).toEqual(live[key]);
      for (const key of Object.keys(last)) if (!(key in now)) expect(merged).not.toHaveProperty(key);
      expect(threeWayMerge(now, now, merged)).toEqual(merged);
    }),
  );
});

test('MAN-7 a dry run says what would happen, and nothing does', () => {
  const world = aWorld();
  apply(world, written());
  const hash = world.hash();
  const runs = dryRun(world.frame(), [
    written(),
    written({}, { image: 'hut:2.0' }),
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'menu' }, data: { TEA: 'green' } },
    written({ minReadySeconds: 60, progressDeadlineSeconds: 60 }),
  ]);
  expect(runs.map(({ outcome, name }) => [name, outcome])).toEqual([
    ['web', 'unchanged'],
    ['web', 'configured'],
    ['menu', 'created'],
    ['web', 'refused'],
  ]);
  expect(runs[1]?.changes).toEqual([
    { path: 'spec.template.spec.containers[name=web].image', before: 'hut:1.0', after: 'hut:2.0' },
  ]);
  expect(runs[3]?.refusal).toMatchObject({ code: 422 });
  expect(world.hash()).toEqual(hash);
});

test('MAN-7 changes are told field by field, items by their name', () => {
  const before = { a: 1, ports: [{ port: 80 }, { port: 81, name: 'x' }], args: ['a'] };
  const after = { b: 2, ports: [{ port: 81, name: 'y' }], args: ['b'] };
  expect(changesBetween(before, after)).toEqual([
    { path: 'a', before: 1 },
    { path: 'args', before: ['a'], after: ['b'] },
    { path: 'b', after: 2 },
    { path: 'ports[port=80]', before: { port: 80 } },
    { path: 'ports[port=81].name', before: 'x', after: 'y' },
  ]);
});

test('MAN-8 the log keeps the manifest as it was written', async () => {
  const { verbSchema } = await import('../../../shared/cluster/verbs/table.ts');
  expect(verbSchema.parse({ verb: 'apply', manifest: written() })).toEqual({ verb: 'apply', manifest: written() });
  const wrong = verbSchema.safeParse({ verb: 'apply', manifest: written({ replica: 1 }) });
  expect(wrong.error?.issues[0]?.path).toEqual(['manifest', 'spec']);
});

test('MAN-3 a volume that is not played is told, stays, and can be mounted', () => {
  const text = `apiVersion: v1
kind: Pod
metadata: {name: reader}
spec:
  containers:
    - name: reader
      image: hut:1.0
      volumeMounts: [{name: logs, mountPath: /var/log}, {name: about, mountPath: /etc/about}]
  volumes:
    - {name: logs, hostPath: {path: /var/log, type: Directory}}
    - {name: about, projected: {sources: [{downwardAPI: {items: []}}]}}
`;
  const { manifests, problems } = readManifests(text);
  expect(problems.map(({ severity, path }) => [severity, path.at(-1)])).toEqual([
    ['warning', 'hostPath'],
    ['warning', 'projected'],
  ]);
  const world = aWorld();
  expect(manifests.map((manifest) => apply(world, manifest))).toEqual([null]);
  expect(world.get('Pod', 'default/reader')?.spec.volumes[0]).toEqual({ name: 'logs', hostPath: {} });
});
