/** bind: the scheduler signs a pod over to a node. It never starts anything. */
import { z } from 'zod';
import { withCondition } from '../../api/conditions.ts';
import { isPodTerminal, isTerminating, type Pod } from '../../api/pod.ts';
import { failure, notFound, type Status } from '../../api/status.ts';
import { recordEvent } from '../api-server/events.ts';
import { updateObject } from '../api-server/objects.ts';
import { clusterInfo } from '../scheduler/cluster-info.ts';
import { refusalOf } from '../scheduler/evaluate.ts';
import { nodeInfoOf } from '../scheduler/node-info.ts';
import { nodeName, objectKey } from './fields.ts';
import { defineVerb } from './verb.ts';

export const bind = defineVerb({
  schema: z.strictObject({ verb: z.literal('bind'), pod: objectKey, node: nodeName }),
  apply: (world, { pod: podKey, node: name }) => {
    const pod = world.live.get('Pod', podKey);
    if (!pod) return notFound('pods', podKey);
    const conflict = whyNot(pod);
    if (conflict) return conflict;
    const node = world.get('Node', name);
    if (!node || !world.live.get('Node', name)) return notFound('nodes', name);
    // Whether it fits is the scheduler's own judgement, by what it sees.
    const refusal = refusalOf(pod, nodeInfoOf(world, node), clusterInfo(world));
    if (refusal) {
      const reasons = refusal.reasons.join(', ');
      const message = `pod "${pod.metadata.name}" does not fit on node "${name}": ${reasons}`;
      return failure('Conflict', 'nodeRefuses', message, {
        pod: pod.metadata.name,
        node: name,
        plugin: refusal.plugin,
        reasons,
      });
    }
    const scheduled = { type: 'PodScheduled', status: 'True', reason: '', message: '' } as const;
    const conditions = withCondition(pod.status.conditions, scheduled, world.tick);
    const { nominatedNodeName: _, ...status } = pod.status;
    updateObject(world, { ...pod, spec: { ...pod.spec, nodeName: name }, status: { ...status, conditions } });
    world.remove('QueuedPod', podKey);
    recordEvent(world, pod, {
      type: 'Normal',
      reason: 'Scheduled',
      message: `Successfully assigned ${podKey} to ${name}`,
      details: { name: pod.metadata.name, node: name },
      source: 'default-scheduler',
    });
    return null;
  },
});

/** The API server's own reasons not to take a binding. Source: registry/core/pod/storage. */
function whyNot(pod: Pod): Status | null {
  const { name } = pod.metadata;
  const { nodeName: node } = pod.spec;
  const conflict = (key: string, why: string, details = {}) =>
    failure('Conflict', key, `Operation cannot be fulfilled on pods/binding "${name}": ${why}`, {
      pod: name,
      ...details,
    });
  if (isTerminating(pod))
    return conflict('podTerminating', `pod ${name} is being deleted, cannot be assigned to a host`);
  if (node !== null) return conflict('podBound', `pod ${name} is already assigned to node "${node}"`, { node });
  if (isPodTerminal(pod)) return conflict('podOver', `pod ${name} has finished`);
  return null;
}
