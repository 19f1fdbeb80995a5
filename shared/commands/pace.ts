/** How fast a session's time goes. */
import * as z from 'zod/mini';

/** Ticks per real second; 0 is a pause. */
export const PACES = [0, 1, 2, 4, 8, 16] as const;
export const paceSchema = z.literal(PACES);
export type Pace = (typeof PACES)[number];
