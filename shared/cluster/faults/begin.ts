/** Begins a fault, if its precondition holds. */
import type { FaultType } from '../../api/world/fault.ts';
import { failure, type Status } from '../../api/status.ts';
import type { World } from '../world.ts';

export function beginFault(_world: World, type: FaultType, _target: string): Status | null {
  return failure('BadRequest', 'notBuilt', `${type} is not built`);
}
