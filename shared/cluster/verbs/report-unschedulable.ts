/** reportUnschedulable: the scheduler says that a pod fits nowhere now, and why. */
import { z } from 'zod';
import { withCondition } from '../../api/conditions.ts';
import type { Pod } from '../../api/pod.ts';
import { failure, notFound } from '../../api/status.ts';
import { recordEvent } from '../api-server/events.ts';
import { updateObject } from '../api-server/objects.ts';
import { clusterInfo } from '../scheduler/cluster-info.ts';
import { fitErrorMessage } from '../scheduler/fit-error.ts';
import { wayOut } from '../scheduler/preemption.ts';
import { afterError, afterFailure, awaitsNode, newEntry, requeued } from '../scheduler/queue-entry.ts';
import { chooseNode, diagnose } from '../scheduler/schedule.ts';
import type { World } from '../world.ts';
import { objectKey } from './fields.ts';
import { defineVerb } from './verb.ts';

export const reportUnschedulable = defineVerb({
  schema: z.strictObject({ verb: z.literal('reportUnschedulable'), pod: objectKey }),
  apply: (world, { pod: podKey }) => {
    const pod = world.live.get('Pod', podKey);
    if (!pod) return notFound('pods', podKey);
    const { name, uid } = pod.metadata;
    if (!awaitsNode(pod))
      return failure('Conflict', 'podNotWaiting', `pod ${name} does not wait for a node`, { pod: name });
    const entry = world.get('QueuedPod', podKey) ?? newEntry({ key: podKey, uid }, world.tick);
    if (entry.state !== 'active') {
      const message = `pod ${name} is not in the active queue but ${entry.state}`;
      return failure('Conflict', 'podSetAside', message, { pod: name, state: entry.state });
    }
    const cluster = clusterInfo(world);
    const diagnosis = diagnose(pod, cluster);
    if (diagnosis.fitting.length === 0) {
      const way = wayOut(world, pod, cluster, diagnosis);
      const message = fitErrorMessage(diagnosis.refusals, way);
      // Nothing to wait for there any more.
      const after = way.type === 'none' ? withoutNomination(pod) : pod;
      report(world, after, 'Unschedulable', message);
      // No plugin refused it where there is no node: nothing but time can help.
      const failed = (diagnosis.refusals.size === 0 ? afterError : afterFailure)(entry, world.tick, message);
      // Where there could be room, nothing is waited for but that somebody makes it.
      world.put(way.type === 'candidate' ? requeued(failed, world.tick) : failed);
      return null;
    }
    const choice = chooseNode(world, pod, cluster);
    if (choice && 'error' in choice) {
      report(world, withoutNomination(pod), 'SchedulerError', choice.error);
      world.put(afterError(entry, world.tick, choice.error));
      return null;
    }
    const nodes = diagnosis.fitting.slice(0, 3).join(', ');
    return failure('Conflict', 'podFits', `pod ${name} fits on ${nodes}`, { pod: name, nodes });
  },
});

function withoutNomination(pod: Pod): Pod {
  const { nominatedNodeName: _, ...status } = pod.status;
  return { ...pod, status };
}

function report(world: World, pod: Pod, reason: 'Unschedulable' | 'SchedulerError', message: string): void {
  const unscheduled = { type: 'PodScheduled', status: 'False', reason, message } as const;
  const conditions = withCondition(pod.status.conditions, unscheduled, world.tick);
  updateObject(world, { ...pod, status: { ...pod.status, conditions } });
  recordEvent(world, pod, {
    type: 'Warning',
    reason: 'FailedScheduling',
    message,
    details: { name: pod.metadata.name, message },
    source: 'default-scheduler',
  });
}
