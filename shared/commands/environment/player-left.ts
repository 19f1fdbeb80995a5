/** playerLeft: somebody was moved away or removed; the seats are free again. */
import { z } from 'zod';
import { defineEnvironment } from '../command.ts';
import { playerId } from '../fields.ts';

export const playerLeft = defineEnvironment({
  schema: z.strictObject({ type: z.literal('playerLeft'), player: playerId }),
  apply: (world, { player }) => {
    for (const key of world.by('seatsByHolder', player)) {
      const seat = world.get('Seat', key);
      if (seat) world.put({ ...seat, holder: null, connected: false });
    }
    world.remove('Player', player);
  },
});
