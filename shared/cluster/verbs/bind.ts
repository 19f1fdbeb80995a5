/** bind: the scheduler signs a pod over to a node. It never starts anything. */
import { z } from 'zod';
import { failure } from '../../api/status.ts';
import { defineVerb } from './verb.ts';
import { nodeName, objectKey } from './fields.ts';
export const bind = defineVerb({
  schema: z.strictObject({ verb: z.literal('bind'), pod: objectKey, node: nodeName }),
  apply: () => failure('BadRequest', 'notBuilt', 'bind is not built'),
});
