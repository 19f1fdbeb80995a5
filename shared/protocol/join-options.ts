/** What a client says when it joins a session's room, and what it is told. */
import { z } from 'zod';
import { nickname } from '../commands/fields.ts';

/** Digits and letters that nobody mistakes for one another when read aloud or from a projector. */
export const CODE_ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
export const CODE_LENGTH = 5;

export const joinCode = z
  .string()
  .trim()
  .toUpperCase()
  .length(CODE_LENGTH)
  .regex(new RegExp(`^[${CODE_ALPHABET}]+$`));

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

/** Server to client, first of all: who you are. */
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
