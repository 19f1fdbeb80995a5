/**
 * Back-off, as client-go's flowcontrol keeps it for the kubelet: the wait doubles with each try, and is forgotten
 * after twice the maximum without trouble.
 */
import type { CrashBackoff, PullBackoff } from '../../api/world/sandbox.ts';
import type { View } from '../../store/store.ts';
import { kubeletSettingsOf } from '../kubelet/settings.ts';

export interface BackoffLimits {
  readonly initialTicks: number;
  readonly maxTicks: number;
}

/** Oracle: kubelet.crashLoopInitial. */
const CRASH_LOOP_INITIAL_TICKS = 10;

/** The first wait is never longer than the longest. */
export function crashLoopLimits(view: View, nodeName: string): BackoffLimits {
  const maxTicks = kubeletSettingsOf(view, nodeName).maxContainerRestartPeriodTicks;
  return { initialTicks: Math.min(CRASH_LOOP_INITIAL_TICKS, maxTicks), maxTicks };
}

/** Oracle: kubelet.imageBackoffInitial, kubelet.imageBackoffMax. */
export const IMAGE_PULL: BackoffLimits = { initialTicks: 10, maxTicks: 300 };

const doubled = (delayTicks: number, { maxTicks }: BackoffLimits): number => Math.min(delayTicks * 2, maxTicks);

/** Oracle: kubelet.crashLoopReset: a run longer than twice the maximum. */
const isForgotten = (backoff: CrashBackoff, finishedTick: number, { maxTicks }: BackoffLimits): boolean =>
  finishedTick - backoff.sinceTick > 2 * maxTicks;

/** What an exit leaves behind: null when the container may start again at once. */
export function backoffAfterExit(
  backoff: CrashBackoff | null,
  finishedTick: number,
  limits: BackoffLimits,
): CrashBackoff | null {
  if (backoff === null || isForgotten(backoff, finishedTick, limits)) return null;
  return { ...backoff, untilTick: finishedTick + backoff.delayTicks };
}

/** What a restart leaves behind: the wait after the next exit. */
export function backoffAfterRestart(backoff: CrashBackoff | null, tick: number, limits: BackoffLimits): CrashBackoff {
  const delayTicks = backoff === null ? limits.initialTicks : doubled(backoff.delayTicks, limits);
  return { delayTicks, sinceTick: tick, untilTick: 0 };
}

export function backoffAfterFailedPull(backoff: PullBackoff | null, tick: number, limits = IMAGE_PULL): PullBackoff {
  const forgotten = backoff === null || tick - (backoff.untilTick - backoff.delayTicks) > 2 * limits.maxTicks;
  const delayTicks = forgotten ? limits.initialTicks : doubled(backoff.delayTicks, limits);
  return { delayTicks, untilTick: tick + delayTicks };
}
