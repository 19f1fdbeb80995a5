/** A client for load: the real SDK on a real socket, but it simulates nothing. Hundreds fit into one process. */
import { Client, type Room } from 'colyseus.js';

export class LightClient {
  readonly room: Room;
  bytesReceived = 0;
  messagesReceived = 0;

  private constructor(room: Room) {
    this.room = room;
    room.reconnection.enabled = false;
    const handle = room.connection.events.onmessage;
    // The SDK's own hook, not a DOM event.
    // oxlint-disable-next-line unicorn/prefer-add-event-listener
    room.connection.events.onmessage = (event: MessageEvent) => {
      this.bytesReceived += (event.data as ArrayBuffer).byteLength;
      this.messagesReceived += 1;
      handle?.(event);
    };
    room.onMessage('*', () => undefined);
    room.onError(() => undefined);
  }

  static async join(url: string, roomId: string, options: object): Promise<LightClient> {
    return new LightClient(await new Client(url.replace(/^http/, 'ws')).joinById(roomId, options));
  }

  leave(): void {
    this.room.connection.close();
  }
}

export function joinMany(
  count: number,
  join: (index: number) => Promise<LightClient>,
): Promise<readonly LightClient[]> {
  return Promise.all(Array.from({ length: count }, (_, index) => join(index)));
}
