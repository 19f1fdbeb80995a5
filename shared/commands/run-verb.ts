/** verb: asks the cluster for one of its verbs, as the player's seats allow. */
import { z } from 'zod';
import { failure } from '../api/status.ts';
import { executeVerb } from '../cluster/verbs/execute.ts';
import { verbSchema } from '../cluster/verbs/table.ts';
import { defineCommand } from './command.ts';

export const runVerb = defineCommand({
  schema: z.strictObject({ type: z.literal('verb'), verb: verbSchema }),
  apply: (world, { verb }, actor) => {
    if (world.get('Clock', 'clock')?.phase !== 'running') {
      return failure('ServiceUnavailable', 'notRunning', 'the cluster is not running', {});
    }
    return executeVerb(world, actor, verb);
  },
});
