/** What a type of fault is: data that tells where it can strike, what it does, how it shows, what heals it. */
import type { Kind } from '../../api/kinds.ts';
import type { Status } from '../../api/status.ts';
import type { Fault } from '../../api/world/fault.ts';
import type { Role } from '../../api/world/seat.ts';
import type { View } from '../../store/store.ts';
import type { Verb } from '../verbs/table.ts';
import type { World } from '../world.ts';
import type { Symptom } from './symptoms.ts';

export type FaultMemory = Fault['memory'];

/** Which part of the town it strikes, in the order in which the teacher reads them. Texts: `faultComponent.<name>`. */
export const FAULT_COMPONENTS = [
  'image',
  'registry',
  'config',
  'workload',
  'probe',
  'scheduler',
  'policy',
  'autoscaler',
  'network',
  'node',
  'control-plane',
  'logging',
  'traffic',
] as const;
export type FaultComponent = (typeof FAULT_COMPONENTS)[number];

/** A verb of the remedy, and the seat that may do it; `builder` is every player's. */
export interface RemedyStep {
  readonly seat: string;
  readonly verb: Verb;
}

export interface FaultDefinition {
  readonly type: string;
  readonly component: FaultComponent;
  /** 1: the panel says it; 2: two places must be compared; 3: the sign shows far from the cause. */
  readonly difficulty: 1 | 2 | 3;
  /** Who can see its symptom first. Texts: client `fault.<type>.title|symptom|remedy|explanation`. */
  readonly seenFirstBy: Role;
  /** What it works through: one that asks the API server strikes only while that answers. */
  readonly via: 'api-server' | 'world';
  /** Where it could strike now, in code unit order. `''` stands for what there is only one of. */
  readonly targets: (view: View) => readonly string[];
  /** Makes it so, and returns what must be remembered to know that it is healed; a Status when it cannot be. */
  readonly begin: (world: World, target: string) => FaultMemory | Status;
  /** What shows of it: each of these, sooner or later. */
  readonly symptoms: readonly Symptom[];
  /** What it costs: visitors, or what is so while it is open and would not be without it. */
  readonly harm: 'visitors' | ((view: View, fault: Fault) => boolean);
  /** What removes the cause, as things stand. */
  readonly remedy: (view: View, fault: Fault) => readonly RemedyStep[];
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
