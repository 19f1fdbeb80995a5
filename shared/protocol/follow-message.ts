/** Client to server: send me this cluster's snapshot, and its log from there on. Also asked when the states have parted. */
import { z } from 'zod';

export const followMessage = z.strictObject({
  cluster: z.string().max(40),
});
export type FollowMessage = z.infer<typeof followMessage>;
