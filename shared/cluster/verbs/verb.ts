/** What a verb is: what it must look like, which node it touches, and what it does. */
import type { z } from 'zod';
import type { DeepReadonly } from '../../base/freeze.ts';
import type { Status } from '../../api/status.ts';
import type { View } from '../../store/store.ts';
import type { Actor } from '../actor.ts';
import type { World } from '../world.ts';

export interface VerbDefinition<Schema extends z.ZodType> {
  readonly schema: Schema;
  /** The node it acts on, for the kubelets' verbs. */
  readonly nodeOf?: (view: View, verb: DeepReadonly<z.infer<Schema>>) => string | undefined;
  /** How it is done: through the API server (left out), past its crowd, or at the machine itself. */
  readonly door?: 'exempt' | 'machine';
  /** Checks everything first, then writes. A refusal (a Status) has written nothing. */
  readonly apply: (world: World, verb: DeepReadonly<z.infer<Schema>>, actor: Actor) => Status | null;
}

export function defineVerb<Schema extends z.ZodType>(definition: VerbDefinition<Schema>): VerbDefinition<Schema> {
  return definition;
}
