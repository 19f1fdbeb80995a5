/** killContainer: ends a container (a failed liveness probe asks for it); the restart policy decides what follows. */
import { z } from 'zod';
import { failure } from '../../api/status.ts';
import { defineVerb } from './verb.ts';
import { containerName, objectKey } from './fields.ts';
export const killContainer = defineVerb({
  schema: z.strictObject({ verb: z.literal('killContainer'), pod: objectKey, container: containerName }),
  apply: () => failure('BadRequest', 'notBuilt', 'killContainer is not built'),
});
