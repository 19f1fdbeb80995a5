/** Reflex: a process of the town hall that was started answers when its start is over. */
import type { PlaneProcess } from '../../api/world/plane.ts';
import { reflex } from '../loop.ts';
import { isPhysics } from '../processes.ts';

/** From a restart until it answers. Ours. */
export const PROCESS_START_TICKS = 5;

/** It ends: it leads nobody, and remembers nothing. */
export function ended(instance: PlaneProcess, tick: number, startDoneTick: number | null): PlaneProcess {
  const state = startDoneTick === null ? 'stopped' : 'starting';
  return { ...instance, state, sinceTick: tick, startDoneTick, leadingSinceTick: null, seenTick: null };
}

export const planeProcesses = reflex({
  name: 'plane-processes',
  process: isPhysics,
  watches: { PlaneProcess: ({ key }) => [key] },
  deadlines: {
    PlaneProcess: ({ key, startDoneTick }) => (startDoneTick === null ? [] : [{ tick: startDoneTick, key }]),
  },
  keys: (view) => view.keys('PlaneProcess'),
  run: (world, key) => {
    const instance = world.get('PlaneProcess', key);
    if (!instance || instance.startDoneTick === null || instance.startDoneTick > world.tick) return;
    world.put({ ...instance, state: 'running', sinceTick: world.tick, startDoneTick: null });
  },
});
