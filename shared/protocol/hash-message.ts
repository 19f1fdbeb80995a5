/** Server to client: the state's hash at a sequence number, to notice when the two have parted. */
import { z } from 'zod';

/** The server publishes it every so many ticks. */
export const HASH_EVERY_TICKS = 20;

export const hashMessage = z.strictObject({ cluster: z.string(), sequence: z.int().min(0), hash: z.string() });
export type HashMessage = z.infer<typeof hashMessage>;
