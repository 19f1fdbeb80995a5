/** deleteTag: a name goes from the shelf. Its image stays, by digest, until garbage is collected. */
import { z } from 'zod';
import { failure, notFound } from '../../api/status.ts';
import { isRefusal, ownImage } from '../registry/ownership.ts';
import { canonicalReference, withDefaultTag } from '../registry/reference.ts';
import { imageReference } from './fields.ts';
import { defineVerb } from './verb.ts';

export const deleteTag = defineVerb({
  door: 'machine',
  schema: z.strictObject({ verb: z.literal('deleteTag'), reference: imageReference }),
  apply: (world, { reference: text }, actor) => {
    const own = ownImage(world, text, actor);
    if (isRefusal(own)) return own;
    // A digest is no tag: what it stands for goes with the garbage, when no tag does.
    if (own.reference.digest !== null) {
      return failure('Invalid', 'tagInvalid', `invalid reference format: "${text}"`, { reference: text });
    }
    const key = canonicalReference(withDefaultTag(own.reference));
    if (!world.get('Tag', key)) return notFound('tag', text);
    world.remove('Tag', key);
    return null;
  },
});
