/** faultBegan: the director broke something. Where its precondition does not hold, nothing happens. */
import { z } from 'zod';
import { beginFault } from '../../cluster/faults/begin.ts';
import { faultType } from '../../cluster/faults/catalogue.ts';
import { defineEnvironment } from '../command.ts';

export const faultBegan = defineEnvironment({
  schema: z.strictObject({ type: z.literal('faultBegan'), fault: faultType, target: z.string().max(253) }),
  apply: (world, { fault, target }) => void beginFault(world, fault, target),
});
