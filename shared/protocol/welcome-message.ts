/** Server to client, first of all: who you are. */
import * as z from 'zod/mini';

export const welcomeMessage = z.strictObject({
  as: z.enum(['player', 'teacher', 'projector']),
  /** Empty for teacher and projector. */
  player: z.string(),
  nickname: z.string(),
  /** Brings a player back to the same seat after a reload, a sleep or a server restart. */
  token: z.string(),
  cluster: z.string(),
});
export type WelcomeMessage = z.infer<typeof welcomeMessage>;
