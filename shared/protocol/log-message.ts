/** Server to client: what was appended to a cluster's log. `from` must be the sequence the client stands at. */
import { z } from 'zod';
import { logEntry } from '../session/log.ts';

export const logMessage = z.strictObject({
  cluster: z.string(),
  from: z.int().min(0),
  entries: z.array(logEntry),
});
export type LogMessage = z.infer<typeof logMessage>;
