/** untaintNode: takes such a sign down. */
import { z } from 'zod';
import { failure } from '../../api/status.ts';
import { defineVerb } from './verb.ts';
import { qualifiedName } from '../../api/names.ts';
import { nodeName } from './fields.ts';
export const untaintNode = defineVerb({
  schema: z.strictObject({ verb: z.literal('untaintNode'), node: nodeName, key: qualifiedName, effect: z.enum(['NoSchedule', 'PreferNoSchedule', 'NoExecute']) }),
  apply: () => failure('BadRequest', 'notBuilt', 'untaintNode is not built'),
});
