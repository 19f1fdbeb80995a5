/** scaleReplicaSet: one step of a rolling update, or of scaling. */
import { z } from 'zod';
import { failure } from '../../api/status.ts';
import { defineVerb } from './verb.ts';
import { objectKey } from './fields.ts';
export const scaleReplicaSet = defineVerb({
  schema: z.strictObject({ verb: z.literal('scaleReplicaSet'), replicaSet: objectKey, replicas: z.int().min(0).max(5000) }),
  apply: () => failure('BadRequest', 'notBuilt', 'scaleReplicaSet is not built'),
});
