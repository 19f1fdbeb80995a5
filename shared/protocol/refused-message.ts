/** Server to client: a message that asks for no answer was refused, and why. */
import type { Status } from '../api/status.ts';

export interface RefusedMessage {
  readonly refusal: Status;
}
