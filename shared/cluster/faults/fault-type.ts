/** What a type of fault is: data that tells where it can strike, what it does, and when its cause is gone. */
import type { Kind } from '../../api/kinds.ts';
import type { Status } from '../../api/status.ts';
import type { Fault, FaultType } from '../../api/world/fault.ts';
import type { Role } from '../../api/world/seat.ts';
import type { View } from '../../store/store.ts';
import type { World } from '../world.ts';

export type FaultMemory = Fault['memory'];

export interface FaultDefinition {
  readonly type: FaultType;
  /** Who can see its symptom first. Texts: client `fault.<type>.title|symptom|remedy|explanation`. */
  readonly seenFirstBy: Role;
  /** Where it could strike now, in code unit order. `''` stands for what there is only one of. */
  readonly targets: (view: View) => readonly string[];
  /** Makes it so, and returns what must be remembered to know that it is healed; a Status when it cannot be. */
  readonly begin: (world: World, target: string) => FaultMemory | Status;
  /** Changes of these kinds may have healed it. */
  readonly healedBy: readonly Kind[];
  /** Its cause is gone. */
  readonly isHealed: (view: View, fault: Fault) => boolean;
  /** When time itself ends it. */
  readonly endTick?: (fault: Fault) => number;
}

export function isRefusal(result: FaultMemory | Status): result is Status {
  return result['kind'] === 'Status';
}
