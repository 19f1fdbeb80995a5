/** injectFault: the teacher breaks something on purpose. */
import { z } from 'zod';
import { failure } from '../api/status.ts';
import { beginFault } from '../cluster/faults/begin.ts';
import { faultType } from '../cluster/faults/catalogue.ts';
import { defineCommand } from './command.ts';

export const injectFault = defineCommand({
  schema: z.strictObject({ type: z.literal('injectFault'), fault: faultType, target: z.string().max(253) }),
  apply: (world, { fault, target }, actor) => {
    if (actor.type !== 'teacher') return failure('Forbidden', 'teacherOnly', 'only the teacher injects faults', {});
    return beginFault(world, fault, target);
  },
});
