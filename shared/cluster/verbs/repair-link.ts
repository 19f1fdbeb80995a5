/** repairLink: mends the road between a node and the control plane. */
import { z } from 'zod';
import { failure } from '../../api/status.ts';
import { defineVerb } from './verb.ts';
import { nodeName } from './fields.ts';
export const repairLink = defineVerb({
  schema: z.strictObject({ verb: z.literal('repairLink'), node: nodeName }),
  apply: () => failure('BadRequest', 'notBuilt', 'repairLink is not built'),
});
