/** restartNameServer: brings the cluster's name server (CoreDNS) back. */
import { z } from 'zod';
import { failure } from '../../api/status.ts';
import { NAME_SERVER_START_TICKS, nameServerOf } from '../network/names.ts';
import { defineVerb } from './verb.ts';

export const restartNameServer = defineVerb({
  schema: z.strictObject({ verb: z.literal('restartNameServer') }),
  apply: (world) => {
    const server = nameServerOf(world);
    if (server.state === 'running') return failure('Conflict', 'dnsRunning', 'the name server is running', {});
    if (server.startDoneTick !== null) {
      const ticks = server.startDoneTick - world.tick;
      return failure('Conflict', 'dnsStarting', `the name server is starting: ${ticks} s left`, { ticks });
    }
    world.put({ ...server, state: 'starting', startDoneTick: world.tick + NAME_SERVER_START_TICKS });
    return null;
  },
});
