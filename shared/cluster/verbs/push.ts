/** push: ships an image from the backpack to the registry, layer by layer. */
import { z } from 'zod';
import { failure } from '../../api/status.ts';
import { defineVerb } from './verb.ts';

export const push = defineVerb({
  schema: z.strictObject({ verb: z.literal('push'), reference: z.string().min(1).max(255) }),
  apply: () => failure('BadRequest', 'notBuilt', 'push is not built'),
});
