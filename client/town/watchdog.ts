/** Watches how long frames take, and steps the town's demands down where the machine cannot keep up. */
import { must } from '../../shared/base/assert.ts';

export interface Effort {
  readonly maxVisitors: number;
  readonly fps: 60 | 30;
  /** At most this many device pixels a CSS pixel. */
  readonly maxPixelRatio: number;
  /** Below 1, houses give way to badges and tiles sooner. */
  readonly detail: number;
}

/** From everything to the plainest. */
export const EFFORTS: readonly Effort[] = [
  { maxVisitors: 500, fps: 60, maxPixelRatio: 2, detail: 1 },
  { maxVisitors: 200, fps: 60, maxPixelRatio: 2, detail: 1 },
  { maxVisitors: 120, fps: 30, maxPixelRatio: 1, detail: 0.8 },
  { maxVisitors: 40, fps: 30, maxPixelRatio: 1, detail: 0.5 },
];

/** So many frames are judged at a time. */
const FRAMES = 90;
/** A quarter of the frames slower than this is too slow: 20 frames a second. */
const SLOW_MS = 50;
/** The first frames load textures, and say nothing. */
const WARM_UP_FRAMES = 20;
/** A page that was away tells nothing of its speed. */
const PAUSE_MS = 1000;

export class Watchdog {
  level = 0;
  #seen = 0;
  #slow = 0;
  #warmUp = WARM_UP_FRAMES;

  get effort(): Effort {
    return must(EFFORTS[this.level], 'effort of this level');
  }

  /** True when the effort has just been lowered. */
  frame(intervalMs: number): boolean {
    if (intervalMs > PAUSE_MS) return false;
    if (this.#warmUp > 0) {
      this.#warmUp -= 1;
      return false;
    }
    this.#seen += 1;
    if (intervalMs > SLOW_MS) this.#slow += 1;
    if (this.#seen < FRAMES) return false;
    const isSlow = this.#slow * 4 > this.#seen;
    this.#seen = 0;
    this.#slow = 0;
    if (!isSlow || this.level >= EFFORTS.length - 1) return false;
    this.level += 1;
    this.#warmUp = WARM_UP_FRAMES;
    return true;
  }
}
