/** publishEndpoints: writes a Service's address list as its pods are now. */
import { z } from 'zod';
import { failure } from '../../api/status.ts';
import { defineVerb } from './verb.ts';
import { objectKey } from './fields.ts';
export const publishEndpoints = defineVerb({
  schema: z.strictObject({ verb: z.literal('publishEndpoints'), service: objectKey }),
  apply: () => failure('BadRequest', 'notBuilt', 'publishEndpoints is not built'),
});
