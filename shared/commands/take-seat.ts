/** takeSeat: a player sits down where nobody sits. */
import { z } from 'zod';
import { failure, notFound } from '../api/status.ts';
import { defineCommand } from './command.ts';
import { seatId } from './fields.ts';

export const takeSeat = defineCommand({
  schema: z.strictObject({ type: z.literal('takeSeat'), seat: seatId }),
  apply: (world, { seat: key }, actor) => {
    const seat = world.get('Seat', key);
    if (!seat) return notFound('seat', key);
    if (actor.type !== 'player')
      return failure('Forbidden', 'playersOnly', 'only a player can take a seat', { seat: key });
    if (seat.holder !== null && seat.holder !== actor.id) {
      return failure('Conflict', 'seatTaken', `seat "${key}" is taken`, { seat: key });
    }
    world.put({ ...seat, holder: actor.id, connected: true });
    return null;
  },
});
