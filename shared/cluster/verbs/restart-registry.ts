/** restartRegistry: brings the warehouse back after an outage. */
import { z } from 'zod';
import { failure } from '../../api/status.ts';
import { defineVerb } from './verb.ts';

export const restartRegistry = defineVerb({
  schema: z.strictObject({ verb: z.literal('restartRegistry') }),
  apply: () => failure('BadRequest', 'notBuilt', 'restartRegistry is not built'),
});
