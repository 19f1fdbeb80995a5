/** evict: asks a pod to leave its node; its controller makes another one. */
import { z } from 'zod';
import { failure } from '../../api/status.ts';
import { defineVerb } from './verb.ts';
import { objectKey } from './fields.ts';
export const evict = defineVerb({
  schema: z.strictObject({ verb: z.literal('evict'), pod: objectKey, reason: z.string().max(100).optional() }),
  apply: () => failure('BadRequest', 'notBuilt', 'evict is not built'),
});
