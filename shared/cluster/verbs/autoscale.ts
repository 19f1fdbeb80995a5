/** autoscale: the autoscaler looks at its metrics once, and sizes its target. */
import { z } from 'zod';
import { failure, notFound } from '../../api/status.ts';
import { recordEvent } from '../api-server/events.ts';
import { updateObject } from '../api-server/objects.ts';
import { decide } from '../controllers/hpa/decide.ts';
import { setReplicas } from '../controllers/hpa/scale-target.ts';
import { objectKey } from './fields.ts';
import { defineVerb } from './verb.ts';

const SOURCE = 'horizontal-pod-autoscaler';

export const autoscale = defineVerb({
  schema: z.strictObject({ verb: z.literal('autoscale'), autoscaler: objectKey }),
  apply: (world, { autoscaler: key }) => {
    const autoscaler = world.get('HorizontalPodAutoscaler', key);
    if (!autoscaler) return notFound('HorizontalPodAutoscaler', key);
    const { name } = autoscaler.metadata;
    const seconds = autoscaler.status.nextSyncTick - world.tick;
    if (seconds > 0) {
      const message = `the metrics of "${name}" are measured anew in ${seconds}s`;
      return failure('TooManyRequests', 'metricsNotDue', message, { name, seconds });
    }
    const { status, scale, reason, problem } = decide(world, autoscaler);
    updateObject(world, { ...autoscaler, status });
    if (problem) {
      recordEvent(world, autoscaler, { type: 'Warning', ...problem, details: { name }, source: SOURCE });
    }
    if (!scale || status.desiredReplicas === scale.replicas) return null;
    setReplicas(world, scale.kind, scale.key, status.desiredReplicas);
    recordEvent(world, autoscaler, {
      type: 'Normal',
      reason: 'SuccessfulRescale',
      message: `New size: ${status.desiredReplicas}; reason: ${reason}`,
      details: { name, from: scale.replicas, to: status.desiredReplicas },
      source: SOURCE,
    });
    return null;
  },
});
