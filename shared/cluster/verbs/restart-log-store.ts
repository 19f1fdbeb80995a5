/** restartLogStore: brings the store of logs back. What the collectors kept meanwhile arrives then. */
import { z } from 'zod';
import { failure } from '../../api/status.ts';
import { LOG_STORE_START_TICKS, logStoreOf } from '../logging/log-store.ts';
import { defineVerb } from './verb.ts';

export const restartLogStore = defineVerb({
  door: 'machine',
  schema: z.strictObject({ verb: z.literal('restartLogStore') }),
  apply: (world) => {
    const store = logStoreOf(world);
    if (store.available) return failure('Conflict', 'logStoreUp', 'the log store is running', {});
    if (store.startDoneTick !== null) {
      const ticks = store.startDoneTick - world.tick;
      return failure('Conflict', 'logStoreStarting', `the log store is starting: ${ticks} s left`, { ticks });
    }
    world.put({ ...store, startDoneTick: world.tick + LOG_STORE_START_TICKS });
    return null;
  },
});
