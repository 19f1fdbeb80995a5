/** demandChanged: from now on this many visitors a second want to see a service. */
import { z } from 'zod';
import { setDemand } from '../../cluster/traffic/demand.ts';
import { defineEnvironment } from '../command.ts';

export const demandChanged = defineEnvironment({
  schema: z.strictObject({
    type: z.literal('demandChanged'),
    service: z.string().max(320),
    rps: z.int().min(0).max(1_000_000),
  }),
  apply: (world, { service, rps }) => setDemand(world, service, rps),
});
