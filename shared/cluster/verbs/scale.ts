/** scale: asks for another number of replicas. */
import { z } from 'zod';
import { failure } from '../../api/status.ts';
import { defineVerb } from './verb.ts';
import { objectKey } from './fields.ts';
export const scale = defineVerb({
  schema: z.strictObject({ verb: z.literal('scale'), deployment: objectKey, replicas: z.int().min(0).max(500) }),
  apply: () => failure('BadRequest', 'notBuilt', 'scale is not built'),
});
