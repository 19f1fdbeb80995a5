/** hand-time: keeps, for each switch, how long it was really played by hand. */
import { reflex } from '../loop.ts';
import { isPhysics } from '../processes.ts';
import { isByHand } from '../switches.ts';
import type { View } from '../../store/store.ts';

const everySwitch = (_change: unknown, view: View) => view.keys('LoopSwitch');

export const handTime = reflex({
  name: 'hand-time',
  process: isPhysics,
  watches: {
    LoopSwitch: ({ key }) => [key],
    // Seats and players change rarely, and the switches are few.
    Seat: everySwitch,
    Player: everySwitch,
    Clock: everySwitch,
  },
  // Also of switches that went with their node: what was played there still counts, and nothing is added to it.
  keys: (view) => new Set([...view.keys('LoopSwitch'), ...view.keys('HandTime')]),
  run: (world, key) => {
    const byHand = world.get('Clock', 'clock')?.phase === 'running' && isByHand(world, key);
    const before = world.get('HandTime', key);
    if (!before) {
      if (world.get('LoopSwitch', key))
        world.put({ kind: 'HandTime', key, sinceTick: world.tick, byHand, handTicks: 0 });
    } else if (before.byHand !== byHand) {
      const handTicks = before.handTicks + (before.byHand ? world.tick - before.sinceTick : 0);
      world.put({ ...before, sinceTick: world.tick, byHand, handTicks });
    }
  },
});
