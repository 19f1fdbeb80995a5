/** reportUnschedulable: the scheduler says that a pod fits nowhere now, and why. */
import { z } from 'zod';
import { failure } from '../../api/status.ts';
import { defineVerb } from './verb.ts';
import { objectKey } from './fields.ts';
export const reportUnschedulable = defineVerb({
  schema: z.strictObject({ verb: z.literal('reportUnschedulable'), pod: objectKey }),
  apply: () => failure('BadRequest', 'notBuilt', 'reportUnschedulable is not built'),
});
