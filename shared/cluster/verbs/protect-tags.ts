/** protectTags: tags of a repository stand still from now on, or may move again. */
import { z } from 'zod';
import { isRefusal, ownImage } from '../registry/ownership.ts';
import { imageReference } from './fields.ts';
import { defineVerb } from './verb.ts';

export const protectTags = defineVerb({
  door: 'machine',
  schema: z.strictObject({ verb: z.literal('protectTags'), repository: imageReference, immutable: z.boolean() }),
  apply: (world, { repository: text, immutable }, actor) => {
    const own = ownImage(world, text, actor);
    if (isRefusal(own)) return own;
    world.put({ kind: 'Repository', key: own.repository, immutableTags: immutable });
    return null;
  },
});
