/** taintNode: a sign at the village gate that keeps pods away, or sends them off. */
import { z } from 'zod';
import { failure } from '../../api/status.ts';
import { defineVerb } from './verb.ts';
import { qualifiedName } from '../../api/names.ts';
import { nodeName } from './fields.ts';
export const taintNode = defineVerb({
  schema: z.strictObject({ verb: z.literal('taintNode'), node: nodeName, key: qualifiedName, effect: z.enum(['NoSchedule', 'PreferNoSchedule', 'NoExecute']) }),
  apply: () => failure('BadRequest', 'notBuilt', 'taintNode is not built'),
});
