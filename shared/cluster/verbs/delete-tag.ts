/** deleteTag: a name goes from the shelf. Its image stays, by digest, until garbage is collected. */
import { z } from 'zod';
import { notFound } from '../../api/status.ts';
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
    const key = canonicalReference(withDefaultTag({ ...own.reference, digest: null }));
    if (!world.get('Tag', key)) return notFound('tag', text);
    world.remove('Tag', key);
    return null;
  },
});
