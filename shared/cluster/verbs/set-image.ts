/** setImage: asks for another image; the Deployment rolls it out. */
import { z } from 'zod';
import { failure } from '../../api/status.ts';
import { defineVerb } from './verb.ts';
import { containerName, objectKey } from './fields.ts';
export const setImage = defineVerb({
  schema: z.strictObject({ verb: z.literal('setImage'), deployment: objectKey, container: containerName, image: z.string().min(1).max(512) }),
  apply: () => failure('BadRequest', 'notBuilt', 'setImage is not built'),
});
