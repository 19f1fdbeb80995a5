/** What every room of ours does about an exception: it stays inside the room, and the process goes on. */
import { Room, ServerError, type Client, type RoomException, type RoomMethodName } from '@colyseus/core';
import type { Status } from '../../shared/api/status.ts';
import type { ServerLog } from '../log.ts';

/** A refused join as Colyseus carries it: the refusal is the message, as JSON. */
export class JoinRefused extends ServerError {
  constructor(refusal: Status) {
    super(refusal.code, JSON.stringify(refusal));
  }
}

export abstract class BaseRoom<State extends object, Member extends Client> extends Room<{
  state: State;
  client: Member;
}> {
  protected abstract readonly log: ServerLog;

  override onUncaughtException(error: RoomException, methodName: RoomMethodName): void {
    if (error.cause instanceof JoinRefused) return;
    this.log.error(`room ${this.roomId}: exception in ${methodName}`, error.cause ?? error);
    this.onFault(error);
  }

  /** What else to stop after an exception of ours. */
  protected onFault(_error: unknown): void {
    // Nothing: the handler's effect is lost, the room goes on.
  }
}
