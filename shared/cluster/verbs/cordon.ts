/** cordon: closes a node for new pods, or opens it again. Nobody has to leave. */
import { z } from 'zod';
import { failure } from '../../api/status.ts';
import { defineVerb } from './verb.ts';
import { nodeName } from './fields.ts';
export const cordon = defineVerb({
  schema: z.strictObject({ verb: z.literal('cordon'), node: nodeName, unschedulable: z.boolean() }),
  apply: () => failure('BadRequest', 'notBuilt', 'cordon is not built'),
});
