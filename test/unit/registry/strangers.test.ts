import { expect, test } from 'vitest';
import { environmentSchema } from '../../../shared/commands/environment/table.ts';
import { must } from '../../../shared/base/assert.ts';
import { aWorld } from '../../support/builders.ts';

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
