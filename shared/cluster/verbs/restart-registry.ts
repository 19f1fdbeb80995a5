/** restartRegistry: brings the warehouse back after an outage, or frees its road. Meanwhile it is shut. */
import { z } from 'zod';
import { failure } from '../../api/status.ts';
import { REGISTRY_START_TICKS, registryOf, setRegistryAvailable } from '../registry/availability.ts';
import { defineVerb } from './verb.ts';

export const restartRegistry = defineVerb({
  door: 'machine',
  schema: z.strictObject({ verb: z.literal('restartRegistry') }),
  apply: (world) => {
    const registry = registryOf(world);
    const isChoked = registry.chokedBytesPerTick !== undefined;
    if (registry.available && !isChoked) return failure('Conflict', 'registryNotDown', 'the registry is running', {});
    if (registry.startDoneTick !== null) {
      const ticks = registry.startDoneTick - world.tick;
      return failure('Conflict', 'registryStarting', `the registry is starting: ${ticks} s left`, { ticks });
    }
    setRegistryAvailable(world, false);
    world.put({ ...registryOf(world), startDoneTick: world.tick + REGISTRY_START_TICKS });
    return null;
  },
});
