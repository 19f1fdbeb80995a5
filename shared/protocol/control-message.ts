/** Teacher to server, answered: what only the host of a session may do. */
import { z } from 'zod';
import { paceSchema } from '../commands/pace.ts';
import { playerId, seatId } from '../commands/fields.ts';

export const controlMessage = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('start') }),
  z.strictObject({ action: z.literal('setPace'), pace: paceSchema }),
  z.strictObject({ action: z.literal('end') }),
  z.strictObject({
    action: z.literal('assignSeat'),
    cluster: z.string().max(40),
    seat: seatId,
    player: playerId.nullable(),
  }),
  z.strictObject({ action: z.literal('movePlayer'), player: playerId, cluster: z.string().max(40) }),
  z.strictObject({ action: z.literal('removePlayer'), player: playerId }),
  z.strictObject({ action: z.literal('lockLobby'), locked: z.boolean() }),
]);
export type ControlMessage = z.infer<typeof controlMessage>;
