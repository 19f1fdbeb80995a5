/** collect: the garbage collector removes what nobody owns any more. */
import { z } from 'zod';
import { failure, notFound } from '../../api/status.ts';
import { EVENT_TTL_TICKS } from '../api-server/events.ts';
import { forgetNamespace } from '../api-server/namespaces.ts';
import { deleteObject } from '../api-server/objects.ts';
import { orphanReason } from '../controllers/garbage-collector/dependents.ts';
import { defineVerb } from './verb.ts';

export const collect = defineVerb({
  schema: z.strictObject({
    verb: z.literal('collect'),
    kind: z.enum(['Pod', 'ReplicaSet', 'Job', 'EndpointSlice', 'Event', 'Lease', 'Namespace']),
    key: z.string().max(320),
  }),
  apply: (world, { kind, key }) => {
    // It asks once more before it takes anything away.
    const object = world.live.get(kind, key);
    if (!object) return notFound(kind, key);
    const { name } = object.metadata;
    if (object.kind === 'Namespace') return forgetNamespace(world, object);
    if (object.kind === 'Event') {
      if (object.lastTick + EVENT_TTL_TICKS > world.tick) return stillNeeded(kind, name);
      world.remove('Event', key);
      return null;
    }
    const reason = orphanReason(world.live, object.kind, key);
    if (reason === null) return stillNeeded(kind, name);
    // Where no node is left to see a pod off, nobody would ever finish a graceful deletion.
    deleteObject(world, object.kind, key, reason === 'nodeGone' ? 0 : undefined);
    return null;
  },
});

function stillNeeded(kind: string, name: string) {
  return failure('Conflict', 'stillOwned', `${kind} "${name}" still has an owner`, { kind, name });
}
