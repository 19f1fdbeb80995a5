/** loginRegistry: from now on pulls are made in an account's name (`docker login`, imagePullSecrets), and counted by it. */
import { z } from 'zod';
import { failure } from '../../api/status.ts';
import { registryOf } from '../registry/availability.ts';
import { defineVerb } from './verb.ts';

export const loginRegistry = defineVerb({
  door: 'machine',
  schema: z.strictObject({ verb: z.literal('loginRegistry') }),
  apply: (world) => {
    const registry = registryOf(world);
    if (registry.accountSinceTick !== undefined) {
      return failure('Conflict', 'registryLoggedIn', 'Login Succeeded: existing credentials are in use', {});
    }
    if (!registry.available) {
      const message = 'Error response from daemon: login attempt failed with status: 503 Service Unavailable';
      return failure('ServiceUnavailable', 'registryDown', message, {});
    }
    world.put({ ...registry, accountSinceTick: world.tick });
    return null;
  },
});
