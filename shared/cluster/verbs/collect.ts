/** collect: the garbage collector removes what nobody owns any more. */
import { z } from 'zod';
import { isPodTerminal, type Pod } from '../../api/pod.ts';
import { failure, notFound } from '../../api/status.ts';
import { EVENT_TTL_TICKS } from '../api-server/events.ts';
import { forgetNamespace } from '../api-server/namespaces.ts';
import { deleteObject } from '../api-server/objects.ts';
import { orphanReason } from '../controllers/garbage-collector/dependents.ts';
import type { World } from '../world.ts';
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
    // Where no node is left to see a pod off, nobody would ever finish a graceful deletion, or say how it ended.
    if (reason === 'nodeGone' && object.kind === 'Pod') failLost(world, object);
    deleteObject(world, object.kind, key, reason === 'nodeGone' ? 0 : undefined);
    return null;
  },
});

/** So that its Job counts it. Source: pkg/controller/podgc, markFailedAndDeletePod. */
function failLost(world: World, pod: Pod): void {
  if (!isPodTerminal(pod)) world.put({ ...pod, status: { ...pod.status, phase: 'Failed' } });
}

function stillNeeded(kind: string, name: string) {
  return failure('Conflict', 'stillOwned', `${kind} "${name}" still has an owner`, { kind, name });
}
