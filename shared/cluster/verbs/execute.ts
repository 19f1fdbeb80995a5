/** The one door through which every verb goes: authorise, then let it check and write. */
import { assert } from '../../base/assert.ts';
import type { Status } from '../../api/status.ts';
import { authorize } from '../api-server/authorization.ts';
import type { Actor } from '../actor.ts';
import { refuseAtDoor } from '../plane/door.ts';
import { refuseWithoutLeader } from '../plane/leaders.ts';
import { isTurnedAway, tooManyRequests } from '../plane/seats.ts';
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
  const shut = definition.door === 'machine' ? null : refuseToAsk(world, actor, verb, definition.door);
  if (shut) return shut;
  const revision = world.revision;
  const status = definition.apply(world, verb, actor);
  assert(status === null || world.revision === revision, `${verb.verb} wrote before it refused`);
  return status;
}

/** 503 and 500 while nobody answers, 429 for one of many. The teacher is cluster-admin, whom nobody turns away. */
function refuseToAsk(world: World, actor: Actor, { verb }: Verb, door: 'exempt' | undefined): Status | null {
  const shut = refuseAtDoor(world) ?? refuseWithoutLeader(world, verb);
  if (shut || door === 'exempt' || actor.type !== 'player') return shut;
  return isTurnedAway(world, 'people', 0, `${actor.id}/${world.sequence}`) ? tooManyRequests() : null;
}
