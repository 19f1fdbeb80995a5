/** markNode: the node lifecycle controller writes that a node has fallen silent. */
import { z } from 'zod';
import { failure } from '../../api/status.ts';
import { defineVerb } from './verb.ts';
import { nodeName } from './fields.ts';
export const markNode = defineVerb({
  schema: z.strictObject({ verb: z.literal('markNode'), node: nodeName, ready: z.enum(['Unknown']) }),
  apply: () => failure('BadRequest', 'notBuilt', 'markNode is not built'),
});
