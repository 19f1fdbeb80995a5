/** limitClient: puts a client that asks without end into a class of its own (a FlowSchema), where it harms nobody. */
import { z } from 'zod';
import { notFound } from '../../api/status.ts';
import { clusterKey } from './fields.ts';
import { defineVerb } from './verb.ts';

export const limitClient = defineVerb({
  door: 'exempt',
  schema: z.strictObject({ verb: z.literal('limitClient'), client: clusterKey }),
  apply: (world, { client }) => {
    if (!world.get('NoisyClient', client)) return notFound('client', client);
    world.remove('NoisyClient', client);
    return null;
  },
});
