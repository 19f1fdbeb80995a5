/** markNode: the node lifecycle controller writes that a node has fallen silent. */
import { z } from 'zod';
import type { Node } from '../../api/node.ts';
import { isPodReady, type Pod } from '../../api/pod.ts';
import { failure, notFound } from '../../api/status.ts';
import { recordEvent } from '../api-server/events.ts';
import { updateObject } from '../api-server/objects.ts';
import {
  GRACE_PERIOD_TICKS,
  leaseKey,
  nodeSilentTick,
  readyStatus,
  silenced,
} from '../controllers/node-lifecycle/health.ts';
import type { World } from '../world.ts';
import { nodeName } from './fields.ts';
import { defineVerb } from './verb.ts';

const SOURCE = 'node-controller';

export const markNode = defineVerb({
  schema: z.strictObject({ verb: z.literal('markNode'), node: nodeName, ready: z.enum(['Unknown']) }),
  apply: (world, { node: name }) => {
    const node = world.get('Node', name);
    if (!node) return notFound('Node', name);
    if (readyStatus(node) === 'Unknown') {
      return failure('Conflict', 'nodeAlreadyUnknown', `node "${name}" is Unknown already`, { node: name });
    }
    if (world.tick < nodeSilentTick(world, node)) {
      const since = world.get('Lease', leaseKey(name))?.spec.renewTick ?? node.metadata.creationTick;
      const silentTicks = world.tick - since;
      const message = `node "${name}" renewed its lease ${silentTicks}s ago, within the grace period of ${GRACE_PERIOD_TICKS}s`;
      return failure('Conflict', 'leaseFresh', message, { node: name, silentTicks, graceTicks: GRACE_PERIOD_TICKS });
    }
    silence(world, node);
    return null;
  },
});

function silence(world: World, node: Node): void {
  const { name } = node.metadata;
  const conditions = silenced(node.status.conditions, world.tick);
  updateObject(world, { ...node, status: { ...node.status, conditions } });
  recordEvent(world, node, {
    type: 'Normal',
    reason: 'NodeNotReady',
    message: `Node ${name} status is now: NodeNotReady`,
    details: { node: name },
    source: SOURCE,
  });
  for (const key of world.by('podsByNode', name)) {
    const pod = world.live.get('Pod', key);
    if (pod && isPodReady(pod)) markNotReady(world, pod, name);
  }
}

/** Its kubelet cannot say so any more: visitors must not be sent there. */
function markNotReady(world: World, pod: Pod, node: string): void {
  const message = 'Node is not ready';
  const conditions = pod.status.conditions.map((condition) =>
    condition.type === 'Ready'
      ? { ...condition, status: 'False' as const, reason: 'NodeNotReady', message, lastTransitionTick: world.tick }
      : condition,
  );
  updateObject(world, { ...pod, status: { ...pod.status, conditions } });
  recordEvent(world, pod, {
    type: 'Warning',
    reason: 'NodeNotReady',
    message,
    details: { name: pod.metadata.name, node },
    source: SOURCE,
  });
}
