/** Forgets Events an hour after they last happened. */
import { keyOf } from '../../../api/meta.ts';
import { EVENT_TTL_TICKS } from '../../api-server/events.ts';
import { reflex } from '../../loop.ts';
import { inApiServer } from '../../processes.ts';

export const eventExpiryReflex = reflex({
  name: 'event-expiry',
  process: inApiServer,
  keys: () => [],
  watches: {},
  deadlines: { Event: ({ metadata, lastTick }) => [{ tick: lastTick + EVENT_TTL_TICKS, key: keyOf(metadata) }] },
  run: (world, key) => {
    const event = world.get('Event', key);
    if (event && event.lastTick + EVENT_TTL_TICKS <= world.tick) world.remove('Event', key);
  },
});
