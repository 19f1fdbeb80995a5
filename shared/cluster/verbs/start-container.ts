/** startContainer: the kubelet has the runtime create and start a container. */
import { z } from 'zod';
import { failure } from '../../api/status.ts';
import { defineVerb } from './verb.ts';
import { containerName, objectKey } from './fields.ts';
export const startContainer = defineVerb({
  schema: z.strictObject({ verb: z.literal('startContainer'), pod: objectKey, container: containerName }),
  apply: () => failure('BadRequest', 'notBuilt', 'startContainer is not built'),
});
