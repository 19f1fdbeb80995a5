/** orderPlaced: the town wants a new house, or another kind of house, from now on. */
import { z } from 'zod';
import { defineEnvironment } from '../command.ts';

export const orderPlaced = defineEnvironment({
  schema: z.strictObject({
    type: z.literal('orderPlaced'),
    order: z.strictObject({
      key: z.string().regex(/^[a-z0-9-]{1,63}$/),
      dockerfile: z.string().max(16384).nullable(),
      image: z.string().max(255),
      manifests: z.array(z.unknown()).max(16),
    }),
  }),
  apply: (world, { order }) => {
    world.put({ kind: 'Order', dueTick: world.tick, deliveredTick: null, missingSinceTick: null, ...order });
  },
});
