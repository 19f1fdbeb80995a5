/** faultBegan: the director broke something. Where its precondition does not hold, nothing happens. */
import { z } from 'zod';
import { FAULT_TYPES } from '../../api/world/fault.ts';
import { beginFault } from '../../cluster/faults/begin.ts';
import { defineEnvironment } from '../command.ts';

export const faultBegan = defineEnvironment({
  schema: z.strictObject({ type: z.literal('faultBegan'), fault: z.enum(FAULT_TYPES), target: z.string().max(253) }),
  apply: (world, { fault, target }) => void beginFault(world, fault, target),
});
