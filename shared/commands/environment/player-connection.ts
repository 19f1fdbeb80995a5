/** playerConnection: a player's line broke, or is back. The seats stay theirs; the autopilot plays them meanwhile. */
import { z } from 'zod';
import { defineEnvironment } from '../command.ts';
import { playerId } from '../fields.ts';

export const playerConnection = defineEnvironment({
  schema: z.strictObject({ type: z.literal('playerConnection'), player: playerId, connected: z.boolean() }),
  apply: (world, { player: key, connected }) => {
    const player = world.get('Player', key);
    if (!player) return;
    world.put({ ...player, connected });
    for (const seatKey of world.by('seatsByHolder', key)) {
      const seat = world.get('Seat', seatKey);
      if (seat) world.put({ ...seat, connected });
    }
  },
});
