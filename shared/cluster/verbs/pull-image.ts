/** pullImage: the kubelet has a container's image fetched into the node's cache. */
import { z } from 'zod';
import { failure } from '../../api/status.ts';
import { defineVerb } from './verb.ts';
import { containerName, objectKey } from './fields.ts';
export const pullImage = defineVerb({
  schema: z.strictObject({ verb: z.literal('pullImage'), pod: objectKey, container: containerName }),
  apply: () => failure('BadRequest', 'notBuilt', 'pullImage is not built'),
});
