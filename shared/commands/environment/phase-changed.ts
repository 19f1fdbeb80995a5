/** phaseChanged: the teacher started or ended the session. */
import { z } from 'zod';
import { must } from '../../base/assert.ts';
import { defineEnvironment } from '../command.ts';

export const phaseChanged = defineEnvironment({
  schema: z.strictObject({ type: z.literal('phaseChanged'), phase: z.enum(['running', 'ended']) }),
  apply: (world, { phase }) => {
    const clock = must(world.get('Clock', 'clock'), 'Clock');
    world.put(
      phase === 'running' ? { ...clock, phase, startedTick: world.tick } : { ...clock, phase, endedTick: world.tick },
    );
  },
});
