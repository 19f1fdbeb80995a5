/** leaveSeat: a player stands up; the autopilot sits down at once. */
import { z } from 'zod';
import { failure, notFound } from '../api/status.ts';
import { defineCommand } from './command.ts';
import { seatId } from './fields.ts';

export const leaveSeat = defineCommand({
  schema: z.strictObject({ type: z.literal('leaveSeat'), seat: seatId }),
  apply: (world, { seat: key }, actor) => {
    const seat = world.get('Seat', key);
    if (!seat) return notFound('seat', key);
    const mine = actor.type === 'teacher' || (actor.type === 'player' && seat.holder === actor.id);
    if (!mine) return failure('Forbidden', 'notYourSeat', `seat "${key}" is not yours`, { seat: key });
    world.put({ ...seat, holder: null, connected: false });
    return null;
  },
});
