/** The one door through which every verb goes: authorise, then let it check and write. */
import { assert } from '../../base/assert.ts';
import type { Status } from '../../api/status.ts';
import { authorize } from '../api-server/authorization.ts';
import type { Actor } from '../actor.ts';
import type { World } from '../world.ts';
import { VERBS, type Verb } from './table.ts';
import type { VerbDefinition } from './verb.ts';

export function executeVerb(world: World, actor: Actor, verb: Verb): Status | null {
  const definition = VERBS[verb.verb] as unknown as VerbDefinition<never> & {
    nodeOf?: (view: World, verb: Verb) => string | undefined;
    apply: (world: World, verb: Verb, actor: Actor) => Status | null;
  };
  const refusal = authorize(world, actor, verb.verb, definition.nodeOf?.(world, verb));
  if (refusal) return refusal;
  const revision = world.revision;
  const status = definition.apply(world, verb, actor);
  assert(status === null || world.revision === revision, `${verb.verb} wrote before it refused`);
  return status;
}
