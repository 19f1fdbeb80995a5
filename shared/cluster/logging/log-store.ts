/** log-store: keeps what the collectors bring, and comes back after a restart. */
import { must } from '../../base/assert.ts';
import type { LogStore } from '../../api/world/logs.ts';
import type { View } from '../../store/store.ts';
import { reflex } from '../loop.ts';
import { isPhysics } from '../processes.ts';

/** From restart to answers. Ours. */
export const LOG_STORE_START_TICKS = 10;

export function logStoreOf(view: View): LogStore {
  return must(view.get('LogStore', 'log-store'), 'LogStore');
}

export function isLogStoreUp(view: View): boolean {
  return logStoreOf(view).available;
}

export const logStore = reflex({
  name: 'log-store',
  process: isPhysics,
  watches: { LogStore: ({ key }) => [key] },
  deadlines: {
    LogStore: ({ key, startDoneTick }) => (startDoneTick === null ? [] : [{ tick: startDoneTick, key }]),
  },
  keys: (view) => view.keys('LogStore'),
  run: (world) => {
    const store = logStoreOf(world);
    if (store.startDoneTick === null || world.tick < store.startDoneTick) return;
    world.put({ ...store, available: true, sinceTick: world.tick, startDoneTick: null });
  },
});
