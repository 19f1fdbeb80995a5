/** Begins a fault, if its precondition holds. */
import { failure, type Status } from '../../api/status.ts';
import type { World } from '../world.ts';
import { faultNamed } from './catalogue.ts';
import { isRefusal } from './fault-type.ts';

export function beginFault(world: World, type: string, target: string): Status | null {
  const definition = faultNamed(type);
  if (!definition.targets(world).includes(target)) {
    return failure('BadRequest', 'faultCannotStrike', `fault "${type}" cannot strike "${target}" now`, {
      fault: type,
      target,
    });
  }
  const memory = definition.begin(world, target);
  if (isRefusal(memory)) return memory;
  const key = `${type}/${target}@${world.tick}`;
  world.put({ kind: 'Fault', key, type, target, beganTick: world.tick, healedTick: null, memory });
  return null;
}
