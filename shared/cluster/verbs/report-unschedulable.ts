/** reportUnschedulable: the scheduler says that a pod fits nowhere now, and why. */
import { z } from 'zod';
import { withCondition } from '../../api/conditions.ts';
import { failure, notFound } from '../../api/status.ts';
import { recordEvent } from '../api-server/events.ts';
import { updateObject } from '../api-server/objects.ts';
import { nodeInfos } from '../scheduler/node-info.ts';
import { afterFailure, awaitsNode, newEntry } from '../scheduler/queue-entry.ts';
import { diagnose } from '../scheduler/schedule.ts';
import { objectKey } from './fields.ts';
import { defineVerb } from './verb.ts';

export const reportUnschedulable = defineVerb({
  schema: z.strictObject({ verb: z.literal('reportUnschedulable'), pod: objectKey }),
  apply: (world, { pod: podKey }) => {
    const pod = world.get('Pod', podKey);
    if (!pod) return notFound('pods', podKey);
    const { name } = pod.metadata;
    if (!awaitsNode(pod))
      return failure('Conflict', 'podNotWaiting', `pod ${name} does not wait for a node`, { pod: name });
    const entry = world.get('QueuedPod', podKey) ?? newEntry(podKey, world.tick);
    if (entry.state !== 'active') {
      const message = `pod ${name} is not in the active queue but ${entry.state}`;
      return failure('Conflict', 'podSetAside', message, { pod: name, state: entry.state });
    }
    const diagnosis = diagnose(pod, nodeInfos(world));
    if ('fits' in diagnosis) {
      const nodes = diagnosis.fits.slice(0, 3).join(', ');
      return failure('Conflict', 'podFits', `pod ${name} fits on ${nodes}`, { pod: name, nodes });
    }
    const { message } = diagnosis;
    const unscheduled = { type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message } as const;
    const conditions = withCondition(pod.status.conditions, unscheduled, world.tick);
    updateObject(world, { ...pod, status: { ...pod.status, conditions } });
    world.put(afterFailure(entry, world.tick, message));
    recordEvent(world, pod, {
      type: 'Warning',
      reason: 'FailedScheduling',
      message,
      details: { name, message },
      source: 'default-scheduler',
    });
    return null;
  },
});
