/** Waiting times of the scheduling queue. Source: pkg/scheduler/backend/queue. */

/** Oracle: scheduler.podInitialBackoff. */
export const INITIAL_BACKOFF_TICKS = 1;
/** Oracle: scheduler.podMaxBackoff. */
export const MAX_BACKOFF_TICKS = 10;
/** Oracle: scheduler.maxInUnschedulablePods. */
export const MAX_UNSCHEDULABLE_TICKS = 300;
/** Oracle: scheduler.flushUnschedulableEvery. */
const FLUSH_EVERY_TICKS = 30;

/** Doubles with each failed attempt up to the most; no failure, no wait. Never overflows on the way. */
export function backoffOf(failures: number, initial = INITIAL_BACKOFF_TICKS, most = MAX_BACKOFF_TICKS): number {
  if (failures === 0) return 0;
  let wait = initial;
  for (let doubling = 1; doubling < failures; doubling += 1) {
    if (wait > most - wait) return most;
    wait += wait;
  }
  return Math.min(wait, most);
}

/**
 * When the back-off of an entry that failed at `sinceTick` is over; null when there is none. Failures of the scheduler
 * itself count for themselves while they last.
 */
export function backoffEndOf(
  { sinceTick, attempts, errors }: { readonly sinceTick: number; readonly attempts: number; readonly errors: number },
  initial = INITIAL_BACKOFF_TICKS,
  most = MAX_BACKOFF_TICKS,
): number | null {
  const wait = backoffOf(errors > 0 ? errors : attempts, initial, most);
  return wait === 0 ? null : sinceTick + wait;
}

/** The flush runs every 30 s and takes who has waited for *more* than 300 s. */
export function leftoverFlushTick(sinceTick: number): number {
  return (Math.floor((sinceTick + MAX_UNSCHEDULABLE_TICKS) / FLUSH_EVERY_TICKS) + 1) * FLUSH_EVERY_TICKS;
}
