/** sweepNode: ends the processes and deletes the files of a node that belong to no pod. */
import { z } from 'zod';
import { failure, notFound } from '../../api/status.ts';
import { refuseWithoutPower } from '../kubelet/lookup.ts';
import { swept } from '../runtime/failures.ts';
import { nodeName } from './fields.ts';
import { defineVerb } from './verb.ts';

export const sweepNode = defineVerb({
  schema: z.strictObject({ verb: z.literal('sweepNode'), node: nodeName }),
  nodeOf: (_view, { node }) => node,
  apply: (world, { node }) => {
    const machine = world.get('Machine', node);
    if (!machine) return notFound('node', node);
    const off = refuseWithoutPower(world, node);
    if (off) return off;
    if (!machine.stray) {
      return failure('Conflict', 'nodeIsSwept', `nothing on node "${node}" belongs to no pod`, { node });
    }
    world.put(swept(machine));
    return null;
  },
});
