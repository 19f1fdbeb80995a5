import { expect, test } from 'vitest';
import { environmentSchema } from '../../../shared/commands/environment/table.ts';
import { must } from '../../../shared/base/assert.ts';
import { setRegistryAvailable } from '../../../shared/cluster/registry/availability.ts';
import { resolveReference } from '../../../shared/cluster/registry/reference.ts';
import { aSetup, aWorld, playVerb, podOf, run, startedSimulation } from '../../support/builders.ts';

const world = aWorld();
const image = must([...world.list('Image')][0], 'an image');
const sound = { type: 'imagePublished', image, reference: 'docker.io/oak/hut:1', namespace: 'oak', by: 'push' };
const passes = (event: unknown) => environmentSchema.safeParse(event).success;

// Found by the attack: seeds 303, 338 and 340 broke the session of whoever heard of such a push.
test.each([
  ['no reference', { reference: 'not an image' }],
  ['an empty one', { reference: '/' }],
  ['a shelf that no team can have', { namespace: '__proto__' }],
  ['a digest of something else', { image: { ...image, style: 'windmill' } }],
])('REG-9 a publication with %s is none', (_what, change) => {
  expect(passes(sound)).toBe(true);
  expect(passes({ ...sound, ...change })).toBe(false);
});

test('REG-9 another team’s push arrives while the registry does not answer here, and is handed out once it does', () => {
  const simulation = startedSimulation(aSetup({ nodes: 1 }));
  const { store } = simulation;
  run(simulation, 5);
  setRegistryAvailable(store, false);
  simulation.apply(['e', sound as never]);
  expect(resolveReference(store, sound.reference)).toBe(image.key);
  const spec = { nodeName: 'node-1', containers: [{ name: 'hut', image: 'oak/hut:1' }] };
  const manifest = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'hut' }, spec };
  expect(playVerb(simulation, 'teacher', { verb: 'apply', manifest } as never)).toBeNull();
  run(simulation, 20);
  expect(podOf(store, 'hut').status.containerStatuses[0]?.state).toMatchObject({
    reason: expect.stringContaining('Pull'),
  });
  expect(playVerb(simulation, 'teacher', { verb: 'restartRegistry' })).toBeNull();
  run(simulation, 60);
  expect(podOf(store, 'hut').status.phase).toBe('Running');
});
