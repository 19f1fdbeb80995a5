/** Client to server, answered: a command for a cluster. The answer comes when the input is durable, or says why not. */
import { z } from 'zod';
import type { Status } from '../api/status.ts';
import { commandSchema } from '../commands/table.ts';

export const commandMessage = z.strictObject({ cluster: z.string().max(40), command: commandSchema });
export type CommandMessage = z.infer<typeof commandMessage>;

/** `refusal` null: it is in the log. */
export interface CommandAnswer {
  readonly refusal: Status | null;
}
