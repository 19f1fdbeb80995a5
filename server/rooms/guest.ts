/** Somebody on the line: who they are to the session, what they watch, and how fast they may talk. */
import type { Client } from '@colyseus/core';
import type { WebSocket } from 'ws';
import type { WelcomeMessage } from '../../shared/protocol/welcome-message.ts';
import { TokenBucket } from '../token-bucket.ts';

/** Fast clicking stays far below. */
const MESSAGES_AT_ONCE = 60;
const MESSAGES_PER_SECOND = 30;
/** Somebody who reads this much slower than we write is cut off, and comes back to a fresh snapshot. */
const MAX_UNSENT_BYTES = 16 * 1024 * 1024;

export interface GuestData {
  readonly as: 'player' | 'teacher' | 'projector';
  /** Player id; empty for the others. */
  readonly player: string;
  /** Of the player's seat, to be told again after a move. Empty for the others. */
  readonly token: string;
  /** The cluster whose log goes there. */
  following: string;
  /** Another connection has taken this one's place. */
  isReplaced: boolean;
  readonly bucket: TokenBucket;
}

export type Guest = Client<{ userData: GuestData }>;

export function newGuest({ as, player, token }: WelcomeMessage, nowMs: number): GuestData {
  const bucket = new TokenBucket(MESSAGES_AT_ONCE, MESSAGES_PER_SECOND, nowMs);
  return { as, player, token, following: '', isReplaced: false, bucket };
}

/** Sends bytes that are already encoded; Colyseus keeps them back until the client has joined. */
export function sendBytes(guest: Guest, bytes: Buffer): void {
  const socket = guest.ref as unknown as WebSocket;
  if (socket.bufferedAmount > MAX_UNSENT_BYTES) socket.terminate();
  else guest.enqueueRaw(bytes);
}
