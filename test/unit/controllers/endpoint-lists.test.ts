// Lists of endpoints are kept between questions: they must be what a look at all pods would find.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { must } from '../../../shared/base/assert.ts';
import { ZONE_LABEL } from '../../../shared/api/world/zone.ts';
import { endpointsOf, scannedEndpoints } from '../../../shared/cluster/controllers/endpoints/endpoints.ts';
import type { Store } from '../../../shared/store/store.ts';
import { aPod, aService, aWorld, storedPod } from '../../support/builders.ts';
import { report } from '../../support/town-hall.ts';

const APPS = ['web', 'shop'] as const;
const PODS = ['a', 'b', 'c', 'd'] as const;

type Step = (world: Store) => void;
const app = fc.constantFrom(...APPS);
const pod = fc.constantFrom(...PODS);

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(pod, fc.boolean()).map(([name, ready]): Step => {
    return (world) => {
      if (world.get('Pod', `default/${name}`)) report(world, name, ready);
    };
  }),
  fc.tuple(pod, app).map(([name, label]): Step => {
    return (world) => {
      const before = world.get('Pod', `default/${name}`);
      if (before) world.put({ ...before, metadata: { ...before.metadata, labels: { app: label } } });
    };
  }),
  pod.map(
    (name): Step =>
      (world) =>
        world.remove('Pod', `default/${name}`),
  ),
  fc.tuple(app, app).map(([name, selected]): Step => {
    return (world) => {
      const before = must(world.get('Service', `default/${name}`), name);
      world.put({ ...before, spec: { ...before.spec, selector: { app: selected } } });
    };
  }),
  fc.constantFrom('east', 'west').map((zone): Step => {
    return (world) => {
      const before = must(world.get('Node', 'node-1'), 'node-1');
      world.put({ ...before, metadata: { ...before.metadata, labels: { [ZONE_LABEL]: zone } } });
    };
  }),
);

test('EP-1 EP-6 a list that is kept equals what a look at all pods finds, after any writes', () => {
  let most = 0;
  fc.assert(
    fc.property(fc.array(fc.array(step), { minLength: 1, maxLength: 6 }), (rounds) => {
      const manifests = [
        ...APPS.map((name) => aService(name)),
        ...PODS.map((name, index) => aPod(name, { labels: { app: APPS[index % 2] ?? '' } })),
      ];
      const world = aWorld({ manifests });
      for (const round of rounds) {
        for (const write of round) write(world);
        for (const name of APPS) {
          const service = must(world.get('Service', `default/${name}`), name);
          const found = endpointsOf(world, service);
          expect(found).toEqual(scannedEndpoints(world, service));
          most = Math.max(most, found.length);
        }
      }
    }),
  );
  expect(most).toBeGreaterThan(1);
});

test.each([
  ['east', { zone: 'east' }],
  ['', {}],
])('EP-6 a node whose zone label is "%s" gives its endpoints %j', (label, told) => {
  const world = aWorld({ manifests: [aService('web')] });
  const node = must(world.get('Node', 'node-1'), 'node-1');
  world.put({ ...node, metadata: { ...node.metadata, labels: { [ZONE_LABEL]: label } } });
  storedPod(world, 'a', { node: 'node-1', labels: { app: 'web' }, phase: 'Running', status: { podIP: '10.0.0.1' } });
  const [endpoint] = scannedEndpoints(world, must(world.get('Service', 'default/web'), 'web'));
  expect(endpoint).toMatchObject({ nodeName: 'node-1', ...told });
  expect('zone' in (endpoint ?? {})).toBe(label !== '');
});
