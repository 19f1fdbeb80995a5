/** quarantine: the keeper hands an image out to nobody any more, or does so again. What runs runs on. */
import { z } from 'zod';
import { failure } from '../../api/status.ts';
import { actorName } from '../actor-name.ts';
import { digestOn, isRefusal, ownImage } from '../registry/ownership.ts';
import { imageReference } from './fields.ts';
import { defineVerb } from './verb.ts';

export const quarantine = defineVerb({
  door: 'machine',
  schema: z.strictObject({ verb: z.literal('quarantine'), reference: imageReference, quarantined: z.boolean() }),
  apply: (world, { reference: text, quarantined }, actor) => {
    const own = ownImage(world, text, actor);
    if (isRefusal(own)) return own;
    const digest = digestOn(world, text);
    if (typeof digest !== 'string') return digest;
    const isQuarantined = world.get('Quarantine', digest) !== undefined;
    if (isQuarantined === quarantined) {
      const key = quarantined ? 'imageQuarantined' : 'imageNotQuarantined';
      return failure('Conflict', key, `${text} is ${quarantined ? 'already' : 'not'} in quarantine`, {
        reference: text,
      });
    }
    if (quarantined) world.put({ kind: 'Quarantine', key: digest, by: actorName(actor), sinceTick: world.tick });
    else world.remove('Quarantine', digest);
    return null;
  },
});
