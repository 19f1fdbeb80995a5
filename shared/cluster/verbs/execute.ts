/** The one door through which every verb goes: authorise, then let it check and write. */
import { assert } from '../../base/assert.ts';
import { failure, type Status } from '../../api/status.ts';
import { authorize } from '../api-server/authorization.ts';
import type { Actor } from '../actor.ts';
import type { ProcessName } from '../processes.ts';
import { Draft } from '../sight/draft.ts';
import { processOfVerb } from '../sight/process-of-verb.ts';
import { sightOf } from '../sight/sight.ts';
import { refuseAtDoor } from '../plane/door.ts';
import { refuseWithoutLeader } from '../plane/leaders.ts';
import { isTurnedAway, tooManyRequests } from '../plane/seats.ts';
import type { World } from '../world.ts';
import { VERBS, type Verb } from './table.ts';
import type { VerbDefinition } from './verb.ts';

/** A loop says in which process it asks; for a player the desk follows from the verb. */
export function executeVerb(world: World, actor: Actor, verb: Verb, asked?: ProcessName | null): Status | null {
  const definition = VERBS[verb.verb] as unknown as VerbDefinition<never> & {
    nodeOf?: (view: World, verb: Verb) => string | undefined;
    apply: (world: World, verb: Verb, actor: Actor) => Status | null;
  };
  const nodeName = definition.nodeOf?.(world, verb);
  const refusal = authorize(world, actor, verb.verb, nodeName);
  if (refusal) return refusal;
  const shut = definition.door === 'machine' ? null : refuseToAsk(world, actor, verb, definition.door);
  if (shut) return shut;
  const watcher = asked === undefined ? processOfVerb(actor, verb.verb, nodeName) : asked;
  const sight = watcher === null ? undefined : sightOf(world, watcher);
  if (sight?.starting) {
    return failure('ServiceUnavailable', 'processStarting', `${sight.key} is starting`, { process: sight.key });
  }
  if (sight) {
    const draft = new Draft(world, sight);
    return definition.apply(draft, verb, actor) ?? draft.commit();
  }
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
