/** How the people of a house feel: from delighted (0) to furious (5), worse in steps the longer they wait. */
import type { Mood } from '../../../assets/art/names.ts';
import type { PodState } from '../../state/pod-state.ts';

/** Waiting this long (ticks) brings mood 2, 3, 4, 5. */
const PATIENCE_TICKS = [15, 45, 90, 180] as const;
/** So many restarts bring mood 2, 3, 4, 5. */
const RESTARTS = [1, 2, 3, 5] as const;

const steps = (value: number, thresholds: readonly number[]): number =>
  thresholds.filter((threshold) => value >= threshold).length;

export interface Circumstances {
  readonly state: PodState;
  /** Since the house last was well, or was ordered. */
  readonly waitingTicks: number;
  readonly restarts: number;
}

/** Trouble that no waiting mends is never met with a smile. */
const AT_LEAST: Partial<Record<PodState, number>> = { notready: 2, probefail: 3, crash: 2, oom: 3, evicted: 4 };

export function moodOf({ state, waitingTicks, restarts }: Circumstances): Mood {
  if (state === 'completed') return 0;
  if (state === 'ready') return restarts === 0 ? 0 : 1;
  if (state === 'terminating') return 2;
  const waited = 1 + steps(waitingTicks, PATIENCE_TICKS);
  const fallen = 1 + steps(restarts, RESTARTS);
  return Math.min(5, Math.max(waited, fallen, AT_LEAST[state] ?? 1)) as Mood;
}
