/** restartComponent: starts one of the town hall's processes anew, or a member of etcd: by name, whatever it is. */
import { z } from 'zod';
import type { EtcdMember } from '../../api/world/etcd.ts';
import type { PlaneProcess } from '../../api/world/plane.ts';
import { failure, notFound, type Status } from '../../api/status.ts';
import type { Actor } from '../actor.ts';
import { rolesOf } from '../api-server/authorization.ts';
import { leftBehind, MEMBER_START_TICKS } from '../etcd/members.ts';
import { ended, PROCESS_START_TICKS } from '../plane/processes-loop.ts';
import type { World } from '../world.ts';
import { clusterKey } from './fields.ts';
import { defineVerb } from './verb.ts';

export const restartComponent = defineVerb({
  door: 'machine',
  schema: z.strictObject({ verb: z.literal('restartComponent'), component: clusterKey }),
  apply: (world, { component: key }, actor) => {
    const component = world.get('PlaneProcess', key) ?? world.get('EtcdMember', key);
    if (!component) return notFound('component', key);
    return refuse(world, component, actor) ?? restart(world, component);
  },
});

function refuse(world: World, component: PlaneProcess | EtcdMember, actor: Actor): Status | null {
  const name = component.key;
  const isSchedulers = component.kind === 'PlaneProcess' && component.component === 'scheduler';
  if (actor.type === 'player' && !isSchedulers && !rolesOf(world, actor).includes('controller-manager')) {
    return failure('Forbidden', 'notYourComponent', `the scheduler's seat cannot restart "${name}"`, { name });
  }
  if (component.startDoneTick === null) return null;
  const ticks = component.startDoneTick - world.tick;
  return failure('Conflict', 'componentStarting', `"${name}" is starting: ${ticks} s left`, { name, ticks });
}

function restart(world: World, component: PlaneProcess | EtcdMember): null {
  const { tick } = world;
  if (component.kind === 'PlaneProcess') world.put(ended(component, tick, tick + PROCESS_START_TICKS));
  else {
    const startDoneTick = tick + MEMBER_START_TICKS;
    world.put({ ...leftBehind(component, world.revision), state: 'starting', sinceTick: tick, startDoneTick });
  }
  return null;
}
