/** What Colyseus 0.18 needs before it may face a class: see the comment at each line. */
import { Encoder } from '@colyseus/schema';
import { matchMaker } from '@colyseus/core';
import { WebSocketClient } from '@colyseus/ws-transport';

const STATE_BUFFER_BYTES = 1024 * 1024;

/** Once per process, before the first room. */
export function hardenColyseus(): void {
  // A state larger than this would be cut off silently.
  Encoder.BUFFER_SIZE = STATE_BUFFER_BYTES;
  copyStateFrames();
  // Rooms are created by our own route only. Our own seat tokens bring clients back, so there is nothing to reconnect.
  matchMaker.controller.exposedMethods = ['joinById'];
  // Our handler has set what is allowed, if anything; the wildcard that Colyseus would add is taken out.
  matchMaker.controller.DEFAULT_CORS_HEADERS = {} as typeof matchMaker.controller.DEFAULT_CORS_HEADERS;
  matchMaker.controller.getCorsHeaders = () => ({});
}

/** State frames share the encoder's buffer. A socket that must wait would send what the next frame wrote over it. */
function copyStateFrames(): void {
  const send = WebSocketClient.prototype.raw;
  WebSocketClient.prototype.raw = function raw(data, options, callback) {
    send.call(this, Buffer.from(data), options, callback);
  };
}
