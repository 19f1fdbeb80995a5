/** repairLink: mends the road between a node and the control plane. */
import { z } from 'zod';
import { failure, notFound } from '../../api/status.ts';
import { nodeName } from './fields.ts';
import { defineVerb } from './verb.ts';

export const repairLink = defineVerb({
  door: 'machine',
  schema: z.strictObject({ verb: z.literal('repairLink'), node: nodeName }),
  nodeOf: (_view, { node }) => node,
  apply: (world, { node }) => {
    const machine = world.get('Machine', node);
    if (!machine) return notFound('node', node);
    if (machine.link === 'up') return failure('Conflict', 'linkIsUp', `the link of node "${node}" is up`, { node });
    world.put({ ...machine, link: 'up', linkSinceTick: world.tick });
    return null;
  },
});
