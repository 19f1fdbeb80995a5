/** createReplicaSet: makes the ReplicaSet of a Deployment's present template. */
import { z } from 'zod';
import { failure } from '../../api/status.ts';
import { defineVerb } from './verb.ts';
import { objectKey } from './fields.ts';
export const createReplicaSet = defineVerb({
  schema: z.strictObject({ verb: z.literal('createReplicaSet'), deployment: objectKey }),
  apply: () => failure('BadRequest', 'notBuilt', 'createReplicaSet is not built'),
});
