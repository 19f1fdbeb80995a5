/** undoRollout: back to the revision before. */
import { z } from 'zod';
import { failure } from '../../api/status.ts';
import { defineVerb } from './verb.ts';
import { objectKey } from './fields.ts';
export const undoRollout = defineVerb({
  schema: z.strictObject({ verb: z.literal('undoRollout'), deployment: objectKey }),
  apply: () => failure('BadRequest', 'notBuilt', 'undoRollout is not built'),
});
