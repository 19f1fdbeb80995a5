/** log-store-down: nobody takes in what the collectors bring. Their buffers fill, then the oldest lines go for good. */
import { isLogStoreUp, logStoreOf } from '../../logging/log-store.ts';
import type { FaultDefinition } from '../fault-type.ts';

export const logStoreDown: FaultDefinition = {
  type: 'log-store-down',
  seenFirstBy: 'builder',
  targets: (view) => (isLogStoreUp(view) ? [''] : []),
  begin: (world) => {
    world.put({ ...logStoreOf(world), available: false, sinceTick: world.tick, startDoneTick: null });
    return {};
  },
  healedBy: ['LogStore'],
  isHealed: isLogStoreUp,
};
