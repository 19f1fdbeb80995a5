/** Forgets Events an hour after they last happened, and the oldest before that where there are too many. */
import { EVENT_TTL_TICKS } from '../../api-server/events.ts';
import { reflex } from '../../loop.ts';
import { inApiServer } from '../../processes.ts';
import type { World } from '../../world.ts';

/** A controller that makes pods in vain makes words without end. */
const MOST_EVENTS = 50_000;
/** So many at least go at once. */
const FORGOTTEN_AT_ONCE = 5000;
const ALL = '';

/** Keys beside ALL: the tick at which events last happened. So many appointments are kept as there are such ticks. */
export const eventExpiryReflex = reflex({
  name: 'event-expiry',
  process: inApiServer,
  keys: () => [ALL],
  watches: { Event: ({ before }, view) => (before === undefined && view.count('Event') > MOST_EVENTS ? [ALL] : []) },
  deadlines: { Event: ({ lastTick }) => [{ tick: lastTick + EVENT_TTL_TICKS, key: String(lastTick) }] },
  run: (world, key) => {
    if (key === ALL) {
      if (world.count('Event') > MOST_EVENTS) forgetOldest(world);
    } else if (Number(key) + EVENT_TTL_TICKS <= world.tick) {
      for (const event of world.by('eventsByLastTick', key)) world.remove('Event', event);
    }
  },
});

function forgetOldest(world: World): void {
  let surplus = world.count('Event') - MOST_EVENTS + FORGOTTEN_AT_ONCE;
  const ticks = new Set<number>();
  for (const { lastTick } of world.list('Event')) ticks.add(lastTick);
  for (const tick of [...ticks].sort((a, b) => a - b)) {
    for (const key of world.by('eventsByLastTick', String(tick)).slice(0, surplus)) {
      world.remove('Event', key);
      surplus -= 1;
    }
    if (surplus === 0) return;
  }
}
