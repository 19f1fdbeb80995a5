/** Messages encoded once for all who get them. */
import { getMessageBytes, Protocol } from '@colyseus/core';
import { SNAPSHOT } from '../../shared/protocol/message-names.ts';
import type { SnapshotMessage } from '../../shared/protocol/snapshot-message.ts';

export function encodeMessage(type: string, message: unknown): Buffer {
  return getMessageBytes.raw(Protocol.ROOM_DATA, type, message);
}

const snapshots = new WeakMap<SnapshotMessage, Buffer>();

/** A class that joins at once gets the same bytes. */
export function encodeSnapshotMessage(message: SnapshotMessage): Buffer {
  const known = snapshots.get(message);
  if (known) return known;
  const bytes = encodeMessage(SNAPSHOT, message);
  snapshots.set(message, bytes);
  return bytes;
}
