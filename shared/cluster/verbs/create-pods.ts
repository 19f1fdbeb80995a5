/** createPods: the ReplicaSet controller makes missing pods from the template. */
import { z } from 'zod';
import { failure } from '../../api/status.ts';
import { defineVerb } from './verb.ts';
import { objectKey } from './fields.ts';
export const createPods = defineVerb({
  schema: z.strictObject({ verb: z.literal('createPods'), replicaSet: objectKey, count: z.int().min(1).max(500) }),
  apply: () => failure('BadRequest', 'notBuilt', 'createPods is not built'),
});
