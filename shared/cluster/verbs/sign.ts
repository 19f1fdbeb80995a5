/** sign: the team vouches for an image on its shelf; from then on anybody can tell it from a poisoned one. */
import { z } from 'zod';
import { failure } from '../../api/status.ts';
import { actorName } from '../actor-name.ts';
import { digestOn, isRefusal, ownImage } from '../registry/ownership.ts';
import { isSigned, signImage } from '../registry/signatures.ts';
import { imageReference } from './fields.ts';
import { defineVerb } from './verb.ts';

export const sign = defineVerb({
  door: 'machine',
  schema: z.strictObject({ verb: z.literal('sign'), reference: imageReference }),
  apply: (world, { reference: text }, actor) => {
    const own = ownImage(world, text, actor);
    if (isRefusal(own)) return own;
    const digest = digestOn(world, text);
    if (typeof digest !== 'string') return digest;
    if (isSigned(world, own.namespace, digest)) {
      return failure('Conflict', 'imageSigned', `${text} is signed already`, { reference: text });
    }
    signImage(world, digest, own.namespace, actorName(actor));
    return null;
  },
});
