/** Rules out of touch: a node whose proxy cannot watch keeps the rules it has; one that lost its power has none. */
import { followsRules } from '../../api/world/machine.ts';
import { reflex } from '../loop.ts';
import { isPhysics } from '../processes.ts';
import { rulesInTouch } from './rules.ts';

export const rulesOutOfTouch = reflex({
  name: 'proxy-out-of-touch',
  process: isPhysics,
  watches: { Machine: ({ key }) => [key] },
  keys: (view) => view.keys('Machine'),
  run: (world, key) => {
    const machine = world.get('Machine', key);
    if (!machine || followsRules(machine)) {
      // A proxy that watches again lists everything first, and is up to date at once.
      world.remove('ProxyRules', key);
    } else if (machine.power !== 'on') {
      // Packet rules live in the kernel's memory.
      world.put({ kind: 'ProxyRules', key, services: {}, syncTick: null });
    } else if (!world.get('ProxyRules', key)) {
      world.put({ ...rulesInTouch(world), key, syncTick: null });
    }
  },
});
