/** log-store-down: nobody takes in what the collectors bring. Their buffers fill, then the oldest lines go for good. */
import { isLogStoreUp, logStoreOf } from '../../logging/log-store.ts';
import type { FaultDefinition } from '../fault-type.ts';
import { byBuilder } from '../remedies.ts';

export const logStoreDown: FaultDefinition = {
  type: 'log-store-down',
  component: 'logging',
  difficulty: 1,
  seenFirstBy: 'builder',
  via: 'world',
  targets: (view) => (isLogStoreUp(view) ? [''] : []),
  begin: (world) => {
    world.put({ ...logStoreOf(world), available: false, sinceTick: world.tick, startDoneTick: null });
    return {};
  },
  symptoms: [{ type: 'gauge', name: 'logStoreDown', shows: (view) => !isLogStoreUp(view) }],
  harm: (view) => !isLogStoreUp(view),
  remedy: () => [byBuilder({ verb: 'restartLogStore' })],
  healedBy: ['LogStore'],
  isHealed: isLogStoreUp,
};
