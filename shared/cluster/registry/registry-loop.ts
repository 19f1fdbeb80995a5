/** The registry's start-up: a reflex that opens the warehouse when its restart is over. */
import { reflex } from '../loop.ts';
import { isPhysics } from '../processes.ts';
import { registryOf, setRegistryAvailable } from './availability.ts';

export const registryLoop = reflex({
  name: 'registry',
  process: isPhysics,
  watches: {},
  deadlines: {
    Registry: ({ startDoneTick, key }) => (startDoneTick === null ? [] : [{ tick: startDoneTick, key }]),
  },
  keys: (view) => view.keys('Registry'),
  run: (world) => {
    const { startDoneTick } = registryOf(world);
    if (startDoneTick !== null && startDoneTick <= world.tick) setRegistryAvailable(world, true);
  },
});
