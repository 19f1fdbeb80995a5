/** Client to server: our states had parted, and this is the first object and field in which they differed. */
import { z } from 'zod';

export const partedMessage = z.strictObject({
  cluster: z.string().max(40),
  sequence: z.int().min(0),
  /** `Pod/default/web-1 .status.phase: "Running" != "Failed"`: the client's value, then the server's. */
  difference: z.string().max(1000),
});
export type PartedMessage = z.infer<typeof partedMessage>;
