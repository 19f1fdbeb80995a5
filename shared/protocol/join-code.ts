/** The code of a session, as the teacher shows it and a student types it. */
import * as z from 'zod/mini';

/** Digits and letters that nobody mistakes for one another when read aloud or from a projector. */
export const CODE_ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
export const CODE_LENGTH = 5;

export const joinCode = z
  .string()
  .check(z.trim(), z.toUpperCase(), z.length(CODE_LENGTH), z.regex(new RegExp(`^[${CODE_ALPHABET}]+$`)));
