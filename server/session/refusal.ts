/** A refusal on its way out of code that has no answer to give back: joining a room, an HTTP route. */
import type { Status } from '../../shared/api/status.ts';

export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: Status;

  constructor(status: Status) {
    super(status.message);
    this.status = status;
  }
}
