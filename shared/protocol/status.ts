/** A refusal as it comes over the wire: parsed like all that comes from outside. With zod/mini, for the entry pages parse it too. */
import * as z from 'zod/mini';
import type { CommandAnswer } from './command-message.ts';
import { STATUS_CODES, type Status, type StatusReason } from '../api/status.ts';

const REASONS = Object.keys(STATUS_CODES) as StatusReason[];

const statusSchema = z.object({
  kind: z.literal('Status'),
  status: z.literal('Failure'),
  code: z.int(),
  reason: z.enum(REASONS),
  key: z.string(),
  message: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** Null for what is no refusal. */
export function readStatus(value: unknown): Status | null {
  const { data } = z.safeParse(statusSchema, value);
  return data ?? null;
}

const answerSchema = z.object({ refusal: z.nullable(statusSchema) });

/** Throws on what is no answer. */
export function readAnswer(value: unknown): CommandAnswer {
  return z.parse(answerSchema, value);
}
