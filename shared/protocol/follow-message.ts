/** Client to server: send me this cluster's snapshot, and its log from there on. Also the answer to a parted state. */
import { z } from 'zod';

export const FOLLOW = 'follow';

export const followMessage = z.strictObject({
  cluster: z.string().max(40),
  /** Set when the client's state had parted from the server's: the first object and its field, for the server's log. */
  parted: z.strictObject({ sequence: z.int(), hash: z.string().max(16) }).optional(),
});
export type FollowMessage = z.infer<typeof followMessage>;
