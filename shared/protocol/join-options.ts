/** What a client says when it joins a session's room. */
import { z } from 'zod';
import { nickname } from '../commands/fields.ts';

const secret = z.string().regex(/^[0-9a-f]{32}$/);

export const joinOptions = z.discriminatedUnion('as', [
  /** A student: a new one brings a nickname, a returning one the token of the seat. */
  z.strictObject({
    as: z.literal('player'),
    protocol: z.int(),
    nickname: nickname.optional(),
    token: secret.optional(),
    team: z.string().max(40).optional(),
  }),
  /** The teacher, from any device. */
  z.strictObject({ as: z.literal('teacher'), protocol: z.int(), hostKey: secret }),
  /** A projector: sees all, does nothing. */
  z.strictObject({ as: z.literal('projector'), protocol: z.int() }),
]);
export type JoinOptions = z.infer<typeof joinOptions>;
