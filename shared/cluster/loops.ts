/** Every loop, in the order in which they run within a tick: the world first, then who observes it, then who decides. */
import type { Loop } from './loop.ts';

export const LOOPS: readonly Loop[] = [];
