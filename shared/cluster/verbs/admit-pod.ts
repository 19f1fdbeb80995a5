/** admitPod: the kubelet accepts a pod that was bound to its node, or refuses it. */
import { z } from 'zod';
import { failure } from '../../api/status.ts';
import { defineVerb } from './verb.ts';
import { objectKey } from './fields.ts';
export const admitPod = defineVerb({
  schema: z.strictObject({ verb: z.literal('admitPod'), pod: objectKey }),
  apply: () => failure('BadRequest', 'notBuilt', 'admitPod is not built'),
});
