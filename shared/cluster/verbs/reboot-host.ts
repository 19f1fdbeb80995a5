/** rebootHost: power-cycles a host. All that stands on it goes down with it, and comes back by itself. */
import { z } from 'zod';
import { failure, notFound } from '../../api/status.ts';
import { cutPower } from '../hosts/failures.ts';
import { settingsOf } from '../world.ts';
import { hostName } from './fields.ts';
import { defineVerb } from './verb.ts';

export const rebootHost = defineVerb({
  door: 'machine',
  schema: z.strictObject({ verb: z.literal('rebootHost'), host: hostName }),
  apply: (world, { host: name }) => {
    const host = world.get('Host', name);
    if (!host) return notFound('hosts', name);
    if (host.bootDoneTick !== null) {
      const seconds = host.bootDoneTick - world.tick;
      return failure('Conflict', 'hostBooting', `host "${name}" is booting: ${seconds}s left`, { host: name, seconds });
    }
    cutPower(world, host, 'booting', world.tick + settingsOf(world).bootTicks);
    return null;
  },
});
