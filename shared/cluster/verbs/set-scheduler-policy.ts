/** setSchedulerPolicy: by which weights and strategy the dispatch room scores from now on. */
import { z } from 'zod';
import { schedulerPolicy } from '../../api/world/scheduler-policy.ts';
import { defineVerb } from './verb.ts';

export const setSchedulerPolicy = defineVerb({
  door: 'machine',
  schema: z.strictObject({ verb: z.literal('setSchedulerPolicy'), policy: schedulerPolicy }),
  apply: (world, { policy }) => {
    world.put({ kind: 'SchedulerPolicy', key: 'policy', ...policy });
    return null;
  },
});
