/** How long a session has been running. */
import type { View } from '../../store/store.ts';

export function elapsedTicks(view: View): number {
  const clock = view.get('Clock', 'clock');
  return clock?.startedTick === null || clock === undefined ? 0 : (clock.endedTick ?? view.tick) - clock.startedTick;
}
