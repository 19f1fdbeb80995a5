/** Stops a process of the town hall, or a member of etcd, until somebody starts it. */
import type { World } from '../world.ts';
import { leftBehind } from '../etcd/members.ts';
import { ended } from './processes-loop.ts';

export function stopComponentNow(world: World, key: string): void {
  const instance = world.get('PlaneProcess', key);
  if (instance) world.put(ended(instance, world.tick, null));
  const member = world.get('EtcdMember', key);
  if (!member) return;
  world.put({
    ...leftBehind(member, world.revision),
    state: 'stopped',
    sinceTick: world.tick,
    startDoneTick: null,
  });
}
