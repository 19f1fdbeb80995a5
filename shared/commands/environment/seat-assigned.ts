/** seatAssigned: the lobby or the teacher gives a seat to a player, or frees it (player null). */
import { z } from 'zod';
import { defineEnvironment } from '../command.ts';
import { playerId, seatId } from '../fields.ts';

export const seatAssigned = defineEnvironment({
  schema: z.strictObject({ type: z.literal('seatAssigned'), seat: seatId, player: playerId.nullable() }),
  apply: (world, { seat: key, player }) => {
    const seat = world.get('Seat', key);
    if (seat)
      world.put({
        ...seat,
        holder: player,
        connected: player !== null && world.get('Player', player)?.connected === true,
      });
  },
});
