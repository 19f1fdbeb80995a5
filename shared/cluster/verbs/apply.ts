/** apply: creates an object from a manifest, or changes its spec to it. */
import { z } from 'zod';
import { failure } from '../../api/status.ts';
import { defineVerb } from './verb.ts';
import { manifestSchema } from '../api-server/manifest.ts';
export const apply = defineVerb({
  schema: z.strictObject({ verb: z.literal('apply'), manifest: manifestSchema }),
  apply: () => failure('BadRequest', 'notBuilt', 'apply is not built'),
});
