/** Book-keeping of orders: since when each is delivered, and since when something of it is gone again. */
import type { Order } from '../../api/world/build.ts';
import type { View } from '../../store/store.ts';
import { reflex } from '../loop.ts';
import { isPhysics } from '../processes.ts';
import { fillOrder, liveOf, mayReplace, OBJECT_WATCHES } from './orders.ts';

export const orderLoop = reflex({
  name: 'orders',
  process: isPhysics,
  watches: { ...OBJECT_WATCHES, Order: ({ key }) => [key] },
  keys: (view) => view.keys('Order'),
  run: (world, key) => {
    const order = world.get('Order', key);
    if (order) world.put(observed(world, order));
  },
});

function observed(view: View, order: Order): Order {
  const pairs = fillOrder(view, order).manifests.map((manifest) => liveOf(view, manifest));
  if (pairs.length === 0) return order;
  const isComplete = pairs.every((live) => live !== undefined);
  if (order.deliveredTick !== null) {
    return { ...order, missingSinceTick: isComplete ? null : (order.missingSinceTick ?? view.tick) };
  }
  const isDelivered = isComplete && pairs.every((live) => live && !mayReplace(view, order, live));
  return isDelivered ? { ...order, deliveredTick: view.tick } : order;
}
