/** stopPod: the kubelet begins the graceful termination of a pod that was deleted. */
import { z } from 'zod';
import { failure } from '../../api/status.ts';
import { defineVerb } from './verb.ts';
import { objectKey } from './fields.ts';
export const stopPod = defineVerb({
  schema: z.strictObject({ verb: z.literal('stopPod'), pod: objectKey }),
  apply: () => failure('BadRequest', 'notBuilt', 'stopPod is not built'),
});
