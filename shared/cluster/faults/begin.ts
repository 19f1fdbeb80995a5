/** Begins a fault, if its precondition holds, and, where it works through the API server, that answers. */
import { failure, type Status } from '../../api/status.ts';
import type { View } from '../../store/store.ts';
import { isReachable } from '../plane/door.ts';
import type { World } from '../world.ts';
import { faultNamed } from './catalogue.ts';
import { isRefusal } from './fault-type.ts';

/** Where it can strike now, in code unit order. */
export function targetsOf(view: View, type: string): readonly string[] {
  const { via, targets } = faultNamed(type);
  return via === 'api-server' && !isReachable(view) ? [] : targets(view);
}

export function beginFault(world: World, type: string, target: string): Status | null {
  if (!targetsOf(world, type).includes(target)) {
    return failure('BadRequest', 'faultCannotStrike', `fault "${type}" cannot strike "${target}" now`, {
      fault: type,
      target,
    });
  }
  const memory = faultNamed(type).begin(world, target);
  if (isRefusal(memory)) return memory;
  const key = `${type}/${target}@${world.tick}`;
  world.put({ kind: 'Fault', key, type, target, beganTick: world.tick, healedTick: null, memory });
  return null;
}
