/** paceChanged: a marker in the log. The simulation knows no wall clock, so it changes nothing. */
import { z } from 'zod';
import { defineEnvironment } from '../command.ts';
import { paceSchema } from '../pace.ts';

export const paceChanged = defineEnvironment({
  schema: z.strictObject({ type: z.literal('paceChanged'), pace: paceSchema }),
  apply: () => undefined,
});
