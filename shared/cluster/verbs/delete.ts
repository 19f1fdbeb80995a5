/** delete: takes an object down; a running pod gets its grace period. */
import { z } from 'zod';
import { failure } from '../../api/status.ts';
import { defineVerb } from './verb.ts';
import { objectKey } from './fields.ts';
export const deleteVerb = defineVerb({
  schema: z.strictObject({ verb: z.literal('delete'), kind: z.enum(['Pod', 'ReplicaSet', 'Deployment', 'Service', 'ConfigMap']), key: objectKey, gracePeriodSeconds: z.int().min(0).max(3600).optional() }),
  apply: () => failure('BadRequest', 'notBuilt', 'delete is not built'),
});
