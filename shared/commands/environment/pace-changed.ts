/** paceChanged: a marker in the log. The simulation knows no wall clock, so it changes nothing. */
import { z } from 'zod';
import { defineEnvironment } from '../command.ts';

/** Ticks per real second; 0 is a pause. */
export const PACES = [0, 1, 2, 4, 8, 16] as const;
export const paceSchema = z.union(PACES.map((pace) => z.literal(pace)));
export type Pace = (typeof PACES)[number];

export const paceChanged = defineEnvironment({
  schema: z.strictObject({ type: z.literal('paceChanged'), pace: paceSchema }),
  apply: () => undefined,
});
