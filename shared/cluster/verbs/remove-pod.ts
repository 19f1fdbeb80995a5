/** removePod: the kubelet tells the API server that a deleted pod is gone from its node. */
import { z } from 'zod';
import { failure } from '../../api/status.ts';
import { defineVerb } from './verb.ts';
import { objectKey } from './fields.ts';
export const removePod = defineVerb({
  schema: z.strictObject({ verb: z.literal('removePod'), pod: objectKey }),
  apply: () => failure('BadRequest', 'notBuilt', 'removePod is not built'),
});
