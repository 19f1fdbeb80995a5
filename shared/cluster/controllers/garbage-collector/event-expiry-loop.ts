/** Forgets Events an hour after they last happened, and the oldest before that where there are too many. */
import { keyOf } from '../../../api/meta.ts';
import { byCodeUnit } from '../../../base/order.ts';
import { EVENT_TTL_TICKS } from '../../api-server/events.ts';
import { reflex } from '../../loop.ts';
import { inApiServer } from '../../processes.ts';
import type { World } from '../../world.ts';

/** A controller that makes pods in vain makes words without end. */
const MOST_EVENTS = 50_000;
/** So many at least go at once. */
const FORGOTTEN_AT_ONCE = 5000;
const ALL = '';

export const eventExpiryReflex = reflex({
  name: 'event-expiry',
  process: inApiServer,
  keys: () => [ALL],
  watches: { Event: ({ before }, view) => (before === undefined && view.count('Event') > MOST_EVENTS ? [ALL] : []) },
  deadlines: { Event: ({ metadata, lastTick }) => [{ tick: lastTick + EVENT_TTL_TICKS, key: keyOf(metadata) }] },
  run: (world, key) => {
    if (key === ALL) {
      if (world.count('Event') > MOST_EVENTS) forgetOldest(world);
      return;
    }
    const event = world.get('Event', key);
    if (event && event.lastTick + EVENT_TTL_TICKS <= world.tick) world.remove('Event', key);
  },
});

function forgetOldest(world: World): void {
  const surplus = world.count('Event') - MOST_EVENTS + FORGOTTEN_AT_ONCE;
  const oldest = [...world.list('Event')]
    .map(({ metadata, lastTick }) => ({ key: keyOf(metadata), lastTick }))
    .sort((a, b) => a.lastTick - b.lastTick || byCodeUnit(a.key, b.key));
  for (const { key } of oldest.slice(0, surplus)) world.remove('Event', key);
}
