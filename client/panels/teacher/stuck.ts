/** When a team needs the teacher: it has been losing visitors for a while, and it does not get better. Pure. */
import type { View } from '../../../shared/store/store.ts';

export interface Sample {
  /** Milliseconds. */
  readonly time: number;
  readonly uptimePpm: number | undefined;
}

/** So many samples in a row that each were lower than the one before. */
const SINKING_SAMPLES = 6;
/** An outage that nobody ended in this time. */
const LONG_OUTAGE_TICKS = 60;

export function isSinking(samples: readonly Sample[]): boolean {
  const last = samples.slice(-SINKING_SAMPLES - 1);
  if (last.length <= SINKING_SAMPLES) return false;
  return last.every(({ uptimePpm }, index) => {
    const before = last[index - 1]?.uptimePpm;
    return index === 0 || (uptimePpm !== undefined && before !== undefined && uptimePpm < before);
  });
}

export function isStuckNow(view: View): boolean {
  for (const { endedTick, beganTick } of view.list('Outage')) {
    if (endedTick === null && view.tick - beganTick > LONG_OUTAGE_TICKS) return true;
  }
  return false;
}
