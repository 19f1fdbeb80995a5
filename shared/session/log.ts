/** The log: one ordered sequence of inputs, and nothing else, is a session. Ticks travel as counts. */
import { z } from 'zod';
import { environmentSchema } from '../commands/environment/table.ts';
import { playerId } from '../commands/fields.ts';
import { commandSchema } from '../commands/table.ts';

/** Who a command came from: a player's id, or the teacher. */
export const author = z.union([z.literal('teacher'), playerId]);

export const logEntry = z.union([
  z.int().min(1).max(1_000_000),
  z.tuple([z.literal('c'), author, commandSchema]),
  z.tuple([z.literal('e'), environmentSchema]),
]);
/** A number of ticks, a command with its author, or an environment event. */
export type LogEntry = z.infer<typeof logEntry>;

/** How many inputs an entry stands for: each tick is one. */
export function inputsOf(entry: LogEntry): number {
  return typeof entry === 'number' ? entry : 1;
}

/** Appends to a log in place, counting neighbouring ticks together. */
export function appendEntry(log: LogEntry[], entry: LogEntry): void {
  const last = log.at(-1);
  if (typeof entry === 'number' && typeof last === 'number') log[log.length - 1] = last + entry;
  else log.push(entry);
}
