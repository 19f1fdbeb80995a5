/** preempt: sends less important pods away from a node, so that a pod which fits nowhere will fit there. */
import { z } from 'zod';
import { keyOf } from '../../api/meta.ts';
import { isTerminating, podPriority, type Pod } from '../../api/pod.ts';
import { failure, notFound } from '../../api/status.ts';
import { recordEvent } from '../api-server/events.ts';
import { updateObject } from '../api-server/objects.ts';
import { evictPod } from '../api-server/pods.ts';
import { clusterInfo, nodeInfoNamed } from '../scheduler/cluster-info.ts';
import { BY_SCHEDULER, budgetsOf, selectVictims, whyNotPreempt } from '../scheduler/preemption.ts';
import { awaitsNode, setAside } from '../scheduler/queue-entry.ts';
import { diagnose } from '../scheduler/schedule.ts';
import type { World } from '../world.ts';
import { nodeName, objectKey } from './fields.ts';
import { defineVerb } from './verb.ts';

export const preempt = defineVerb({
  schema: z.strictObject({ verb: z.literal('preempt'), pod: objectKey, node: nodeName }),
  apply: (world, { pod: podKey, node: nodeKey }) => {
    const pod = world.live.get('Pod', podKey);
    if (!pod) return notFound('pods', podKey);
    const { name } = pod.metadata;
    if (!awaitsNode(pod)) {
      return failure('Conflict', 'podNotWaiting', `pod ${name} does not wait for a node`, { pod: name });
    }
    const info = nodeInfoNamed(world, nodeKey);
    if (!info) return notFound('nodes', nodeKey);
    const cluster = clusterInfo(world);
    const { fitting, refusals } = diagnose(pod, cluster);
    if (fitting.length > 0) {
      const nodes = fitting.slice(0, 3).join(', ');
      return failure('Conflict', 'podFits', `pod ${name} fits on ${nodes}`, { pod: name, nodes });
    }
    const { nominatedNodeName = '' } = pod.status;
    const why = whyNotPreempt(pod, nodeInfoNamed(world, nominatedNodeName), refusals.get(nominatedNodeName) ?? null);
    if (why !== null) {
      return failure('Conflict', 'preemptNotNow', `pod ${name} preempts nobody: ${why}`, { pod: name, why });
    }
    const chosen = selectVictims(pod, info, cluster, budgetsOf(world));
    if ('code' in chosen || refusals.get(nodeKey)?.code !== 'Unschedulable' || chosen.victims.length === 0) {
      const message = `preempting on node "${nodeKey}" is not helpful for scheduling pod "${name}"`;
      return failure('Conflict', 'preemptInVain', message, { pod: name, node: nodeKey });
    }
    // Source: preemption/executor.go, which has nothing to do where all are leaving already.
    const isDone = chosen.victims.every(isTerminating);
    for (const victim of chosen.victims) sendAway(world, victim, pod, nodeKey);
    for (const other of cluster.nominated(nodeKey)) {
      if (!isDone && podPriority(other) < podPriority(pod)) withoutNomination(world, other);
    }
    updateObject(world, { ...pod, status: { ...pod.status, nominatedNodeName: nodeKey } });
    const entry = world.get('QueuedPod', podKey);
    if (entry?.state === 'backoff') world.put(setAside(entry));
    return null;
  },
});

/** Who leaves already is not told twice. */
function sendAway(world: World, victim: Pod, pod: Pod, node: string): void {
  if (isTerminating(victim)) return;
  const { name, uid } = pod.metadata;
  recordEvent(world, victim, {
    type: 'Normal',
    reason: 'Preempted',
    message: `Preempted by pod ${uid} on node ${node}`,
    details: { name: victim.metadata.name, pod: name, node },
    source: 'default-scheduler',
  });
  evictPod(world, victim, BY_SCHEDULER, `default-scheduler: preempting to accommodate a higher priority pod`);
}

/** Less important pods that waited for the same room look for another. */
function withoutNomination(world: World, pod: Pod): void {
  const current = world.live.get('Pod', keyOf(pod.metadata));
  if (!current) return;
  const { nominatedNodeName: _, ...status } = current.status;
  updateObject(world, { ...current, status });
}
