/** The measure for our server: Colyseus alone, one room, a small message to everybody at the same rate. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { matchMaker, Room, Server } from '@colyseus/core';
import { schema, t } from '@colyseus/schema';
import { WebSocketTransport } from '@colyseus/ws-transport';

const State = schema({ tick: t.uint32().default(0) });
const PATCH_MS = 100;

class BareRoom extends Room<{ state: InstanceType<typeof State> }> {
  override autoDispose = false;
  override patchRate = PATCH_MS;

  override onCreate({ pace }: { pace: number }): void {
    this.state = new State();
    this.clock.setInterval(() => {
      this.state.tick += 1;
      this.broadcast('log', { cluster: 'maple', from: this.state.tick, entries: [1] });
    }, 1000 / pace);
  }
}

const http = createServer();
const server = new Server({ transport: new WebSocketTransport({ server: http }), greet: false });
server.define('bare', BareRoom);
await server.listen(Number(process.env['PORT'] ?? 0));
const { roomId } = await matchMaker.createRoom('bare', { pace: Number(process.env['PACE'] ?? 4) });
console.log(JSON.stringify({ port: (http.address() as AddressInfo).port, roomId }));
